"""Where peers can be dialled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from consensus.net.address import (
    PeerAddress,
    is_dialable,
    network_of,
    parse_address,
    parse_identity,
)
from tests.consensus.net.stage import name

ID = name(0xAB)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (f"{ID}@127.0.0.1:26656", PeerAddress(ID, "127.0.0.1", 26656)),
        (f"{ID}@[2001:db8::1]:1", PeerAddress(ID, "2001:db8::1", 1)),
        (f"{ID}@sentry-1.example.org:65535", PeerAddress(ID, "sentry-1.example.org", 65_535)),
        ("localhost:80", PeerAddress(None, "localhost", 80)),
        ("node_1:80", PeerAddress(None, "node_1", 80)),
    ],
)
def test_addresses_survive_text(text: str, address: PeerAddress) -> None:
    """What is read is written the same."""
    assert parse_address(text) == address
    assert str(address) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "host",
        "host:",
        ":80",
        "host:0",
        "host:65536",
        "host:+80",
        "host:8 0",
        "host:٣",
        "@host:80",
        "0xab@host:80",
        f"{ID.upper()}@host:80",
        f"{ID}@{ID}@host:80",
        "::1:80",
        "[::1:80",
        "[host]:80",
        "[]:80",
        "-host:80",
        "ho/st:80",
        "h" * 64 + ":80",
        "a..b:80",
        ".a:80",
        "a.:80",
        "a.-b:80",
        "host\n:80",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    """No guess at what was meant."""
    with pytest.raises(Malformed):
        parse_address(text)


@given(st.text(max_size=100))
def test_text_is_an_address_or_refused(text: str) -> None:
    """Whatever comes: Malformed, or an address that reads back."""
    try:
        address = parse_address(text)
    except Malformed:
        return
    assert parse_address(str(address)) == address


@pytest.mark.parametrize(
    ("host", "public", "private"),
    [
        ("8.8.8.8", True, True),
        ("2606:4700::1111", True, True),
        ("127.0.0.1", False, True),
        ("10.1.2.3", False, True),
        ("192.168.1.1", False, True),
        ("169.254.1.1", False, True),
        ("::1", False, False),
        ("fd00::1", False, True),
        ("0.0.0.0", False, False),
        ("255.255.255.255", False, False),
        ("224.0.0.1", False, False),
        ("::", False, False),
        ("ff02::1", False, False),
        ("::ffff:127.0.0.1", False, False),
        ("example.org", False, False),
    ],
)
def test_only_sensible_addresses_are_dialled_on_hearsay(
    host: str, public: bool, private: bool
) -> None:
    """Public IP addresses; private ones only where the operator allows them; names never."""
    address = PeerAddress(ID, host, 80)
    assert is_dialable(address, allow_private=False) is public
    assert is_dialable(address, allow_private=True) is private


def test_neighbours_are_one_network() -> None:
    """Addresses that one owner tends to have count as one."""
    assert network_of("10.1.2.3") == network_of("10.1.255.255") != network_of("10.2.0.0")
    assert network_of("2001:db8::1") == network_of("2001:db8:ffff::") != network_of("2001:db9::")
    assert network_of("example.org") == "example.org"


@pytest.mark.parametrize("text", ["", "0x", "ab" * 20, "0x" + "AB" * 20, "0x" + "ab" * 21])
def test_identities_have_one_spelling(text: str) -> None:
    """0x and 40 hex digits in lower case."""
    with pytest.raises(Malformed):
        parse_identity(text)
