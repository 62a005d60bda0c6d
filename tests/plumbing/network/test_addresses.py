import ipaddress

import pytest

from foedera.plumbing.network.addresses import allowed, is_public


@pytest.mark.parametrize(
    "written",
    [
        "127.0.0.1", "127.8.8.8", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "169.254.0.1",
        "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fe80::1", "fc00::1", "fd00:ec2::254",
        "fec0::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:0:0:0:0:80ff:fffe", "2001:db8::1",
    ],
)  # fmt: skip
def test_what_is_not_everybodys_is_not_public(written):
    assert not is_public(ipaddress.ip_address(written))


@pytest.mark.parametrize("written", ["93.184.216.34", "2606:2800:220:1::", "::ffff:93.184.216.34", "64:ff9b::5db8:d822", "172.32.0.1"])
def test_what_is_everybodys_is_public(written):
    assert is_public(ipaddress.ip_address(written))


def test_the_operators_list_holds_hosts_and_networks():
    list_ = allowed(["intranet.example", " 10.1.0.0/16", "::1", ""])
    assert list_.has("Intranet.Example", ipaddress.ip_address("192.168.0.1"))
    assert list_.has("other.example", ipaddress.ip_address("10.1.2.3"))
    assert list_.has("other.example", ipaddress.ip_address("::1"))
    assert not list_.has("other.example", ipaddress.ip_address("10.2.0.1"))
