"""Hardware addresses of a network card (MAC, EUI-48)."""

from __future__ import annotations

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.labelled import WindowedRecognizer
from adcheck.privacy.validators import bare

CASES = Cases(
    bad=(
        "设备MAC[[00:1A:2B:3C:4D:5E]]",
        "手机MAC地址：[[a4-5e-60-c2-91-0f]]",
        "logged from [[3C:22:FB:10:9A:7E]]",
        "MAC address [[001a.2b3c.4d5e]]",
    ),
    good=(
        "00:00:00:00:00:00",
        "FF:FF:FF:FF:FF:FF",
        "时间 10:20:30:40",
        "比例1:2:3:4:5:6",
        "SHA256 00:1A:2B:3C:4D:5E:6F:70",
        "MAC口红12-34",
        "12-34-56-78-90-12-34",
    ),
)


def _used(value: str) -> bool:
    plain = bare(value.replace(":", ""))
    return len(set(plain)) > 2


class MacRecognizer(WindowedRecognizer):
    """A MAC address that a device can have."""

    entity = "MAC"
    trace = r"[0-9A-Fa-f]{2}[:\-.][0-9A-Fa-f]{2}"
    shapes = (
        Shape(
            (
                r"(?:(?<=MAC)|(?<=MAC:)|(?<=MAC-)|(?<![0-9A-Za-z])(?<![0-9A-Fa-f][:-]))(?P<value>[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\2){4}[0-9"
                r"A-Fa-f]{2})(?![0-9A-Za-z]|[:-][0-9A-Fa-f])"
            ),
            0.6,
            _used,
        ),
        Shape(
            r"(?<![0-9A-Za-z.])(?P<value>[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})(?![0-9A-Za-z.])", 0.3, _used
        ),
    )
    pros = ("MAC", "物理地址", "硬件地址", "设备", "网卡", "device")
    cons = ("订单", "编号", "批号", "产品", "格式", "示例", "version", "batch", "example")
