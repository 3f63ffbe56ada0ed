"""Public internet addresses; private ranges, version and chapter numbers are nobody's."""

from __future__ import annotations

import ipaddress

from adcheck.privacy.base import Cases, Shape
from adcheck.privacy.labelled import WindowedRecognizer

CASES = Cases(
    bad=(
        "登录IP：[[203.0.113.45]]",
        "预约来自[[116.228.111.18]]",
        "her IP address was [[198.51.100.7]]",
        "logged in from [[8.8.4.4]]",
        "IP地址[[2001:db8::8a2e:370:7334]]",
        "提交IP [[2408:8207:7890:1a2b:3c4d:5e6f:7a8b:9c0d]]",
    ),
    good=(
        "内网192.168.1.20",
        "服务器IP 10.0.0.1",
        "127.0.0.1",
        "软件版本号：12.1.3.4",
        "v203.0.113.45",
        "firmware 45.2.118.3",
        "见第4.3.2.1节",
        "4.3.2.1 适应症",
        "DNS服务器 114.114.114.114",
        "300.1.2.3",
        "1.2.3.4.5",
        "时间 12:30:45",
        "比例 1::2",
        "官网服务器地址116.228.111.18",
    ),
)


def _public(value: str) -> bool:
    try:
        address = ipaddress.ip_address(value)
    except ValueError:
        return False
    # Addresses reserved for documentation count: they stand for real ones wherever they are written.
    documentation = address in _DOCUMENTATION[address.version]
    if address.version == 6 and address not in _GLOBAL_UNICAST:
        return False
    return documentation or (address.is_global and not address.is_multicast)


_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")


def _long(value: str) -> bool:
    return len(value) > 8 and _public(value)


def _large(value: str) -> bool:
    return _public(value) and sum(int(part) > 31 for part in value.split(".")) >= 2


class _Documentation:
    """The ranges of RFC 5737 and RFC 3849."""

    def __init__(self, *ranges: str) -> None:
        self._networks = [ipaddress.ip_network(written) for written in ranges]

    def __contains__(self, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
        return any(address in network for network in self._networks)


_DOCUMENTATION = {
    4: _Documentation("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),
    6: _Documentation("2001:db8::/32"),
}
_QUAD = r"(?<![0-9A-Za-z.])(?P<value>(?:\d{1,3}\.){3}\d{1,3})(?![0-9A-Za-z]|\.\d)"


class IpRecognizer(WindowedRecognizer):
    """A public address from which somebody came."""

    entity = "IP"
    trace = r"\d\.\d|[0-9A-Fa-f]:"
    shapes = (
        Shape(_QUAD, 0.6, _large),
        Shape(_QUAD, 0.3, _public),
        Shape(
            (
                r"(?<![0-9A-Za-z:.])(?P<value>(?:[0-9A-Fa-f]{1,4}:){2,7}(?::?[0-9A-Fa-f]{1,4}){1,6}"
                r"|(?:[0-9A-Fa-f]{1,4}:){1,6}:[0-9A-Fa-f:]{1,30})(?![0-9A-Za-z:.])"
            ),
            0.6,
            _long,
        ),
    )
    pros = (
        "IP(?:v[46])?(?: ?(?:地址|address))?", "登录", "登陆", "来自", "访问", "提交", "from", "logged", "visitor", "来源",
    )  # fmt: skip
    cons = (
        "版本", "固件", "章", "节", "条款", "服务器", "网关", "DNS", "官网", "网段", "掩码", "部署", "域名", "version", "firmware",
        "release", "build", "v", "ver", "section", "server", "gateway", "nameserver", "subnet", "示例", "example", "chapter",
    )  # fmt: skip
