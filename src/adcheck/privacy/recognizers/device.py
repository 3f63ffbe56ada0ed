"""Identifiers of a device somebody carries or wears: IMEI, implants, phones (HIPAA identifier M)."""

from __future__ import annotations

from adcheck.privacy.base import Cases
from adcheck.privacy.labelled import LabelledRecognizer
from adcheck.privacy.labels import NUMBER, SAMPLES, enough_digits

CASES = Cases(
    bad=(
        "手机IMEI：[[490154203237518]]",
        "患者植入起搏器，序列号[[PM-2201-8834]]",
        "起搏器序列号：[[PJN4402187]]（患者张伟）",
        "她的假体编号为[[SRF-21004477]]",
        "术中植入支架，SN：[[B20349921]]",
        "设备ID：[[9f86d081-884c-4d63-a1b2-0c15d6f0a111]]",
        "胰岛素泵序列号 [[NG1182734]]，家属已登记",
        "Pacemaker serial number [[PJN4402187]]",
        "her insulin pump S/N [[NG1182734H]]",
        "device ID: [[DX-99120-44]]",
        "The patient's implant serial no. [[SRF-21004477]]",
        "IMEI [[49-015420-323751-8]]",
    ),
    good=(
        "产品序列号：SN20230415001",
        "种植体编号可查真伪",
        "设备型号SOMATOM 64",
        "仪器出厂编号 20230012，国械注进20193060123",
        "正品序列号刮开查询",
        "software serial number 2023-001",
        "Model DX-99120-44",
        "device identification 2023 rules",
        "每台设备编号A001-A120",
        "IMEI不予收集",
    ),
)


class DeviceRecognizer(LabelledRecognizer):
    """A serial number or identifier of a patient's device."""

    entity = "DEVICE"
    labels = (
        r"IMEI(?:号|码)?",
        r"(?:手机|设备|终端)(?:设备)?(?:串号|设备号|识别码|标识符?|ID|唯一标识)(?:号)?",
        r"(?:UDID|IDFA|OAID|AndroidID|IDFV)",
    )
    weak = (
        (
            r"(?:起搏器|植入体|植入物|种植体|假体|支架|关节|人工耳蜗|耳蜗|晶体|除颤器|胰岛素泵"
            r"|血糖仪|助听器|呼吸机|手环|监护仪|动态血糖仪|瓣膜|导管|输液泵)[\u4e00-\u9fff]{0,6}?(?:序列号"
            r"|编号|识别码|SN|出厂编号|批号|产品编号|号码|UDI)"
        ),
        r"(?:手环|手表|腕表|心电贴|动态心电|记录仪|监测仪|贴片|胎心仪|血压计)(?:设备)?(?:号码|编号|号|ID)",
        r"(?<!产品)(?<!正品)(?:序列号|出厂编号|机身号|(?<![A-Za-z])SN(?:号|码)?)",
        rf"(?i:(?<![A-Za-z])(?:serial(?: ?{NUMBER}|(?=[:# ]))|S/N|(?-i:SN)|UDI|lot and serial{NUMBER}))",
    )
    terms = (
        (
            rf"(?:pacemaker|implant|defibrillator|ICD|insulin pump|pump|hearing aid|cochlear implant"
            rf"|CPAP|glucose monitor|CGM|stent|prosthesis|valve|device|wearable)(?:'s)? (?:serial(?:{NUMBER})?"
            rf"|SN|ID(?:entifier)?(?:{NUMBER})?|S/N|UDI)"
        ),
        r"device_id|imei|android id|serial_number",
    )
    value = (
        r"(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|\d{2}-\d{6}-\d{6}-\d"
        r"|[0-9A-Fa-f]{16,40}|[A-Za-z]{0,6}-?\d[A-Za-z0-9]*(?:[-/][A-Za-z0-9]{1,}){0,4})"
    )
    pros = (
        "患者", "病人", "植入", "术中", "她的", "他的", "本人", "姓名", "佩戴", "体内", "随访", "家属", "patient", "patient's", "her",
        "his", "pacemaker", "implant(?:ed)?", "insulin pump", "wears?", "wearing", "worn", "fitted", "holter", "recorder", "monitor",
        "issued to", "使用者", "植入者", "者[\u4e00-\u9fff]{2,3}[,，。]", "佩戴者", "用户", "绑定", "发放给", "借用",
    )  # fmt: skip
    cons = (
        *SAMPLES, "产品", "批次", "生产日期", "注册证", "国械", "进口", "software", "version", "order", "tracking", "正品", "真伪", "仪器",
        "每台", "软件", "software", "rules",
    )  # fmt: skip

    def check(self, value: str) -> bool:
        """Five digits and more."""
        return enough_digits(4)(value) and len(value) >= 6
