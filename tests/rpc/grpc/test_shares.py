"""What one address may have of the gRPC server."""

import pytest

from rpc.grpc.config import GrpcLimits
from rpc.grpc.shares import RateLimited, Shares, counted_network_of

FAR, OTHER = "ipv4:10.0.0.1:5000", "ipv4:10.0.0.2:5000"


@pytest.mark.parametrize(
    ("peer", "network"),
    [
        ("ipv4:10.0.0.1:5000", "10.0.0.1"),
        ("ipv6:%5B2001:db8:1:2:3::4%5D:5000", "2001:db8:1:2::/64"),
        ("ipv6:%5B::ffff:10.0.0.1%5D:5000", "10.0.0.1"),
        ("ipv4:127.0.0.1:5000", None),
        ("ipv6:%5B::1%5D:5000", None),
        ("unix:/run/node", None),
        ("unix:", None),
    ],
)
def test_a_peer_is_counted_by_its_network(peer: str, network: str | None) -> None:
    """Ports and brackets are none of it, and this machine is not counted."""
    assert network == counted_network_of(peer)


def test_a_share_is_used_up_and_comes_back() -> None:
    """So many calls at once, then as many as the rate gives; another address has its own."""
    now_s = [0.0]
    shares = Shares(GrpcLimits(calls_per_s=2.0, rate_burst_s=2.0), lambda: now_s[0])
    for _ in range(4):
        shares.take(FAR)
    with pytest.raises(RateLimited, match="at most 2 calls a second"):
        shares.take(FAR)
    shares.take(OTHER)
    now_s[0] = 0.5
    shares.take("ipv4:10.0.0.1:6000")
    with pytest.raises(RateLimited):
        shares.take(FAR)


def test_this_machine_is_not_counted() -> None:
    """What runs beside the node is its operator's own."""
    shares = Shares(GrpcLimits(calls_per_s=1.0, rate_burst_s=1.0, address_streams_max=0))
    for _ in range(10):
        shares.take("ipv4:127.0.0.1:5000")
        with shares.stream("unix:/run/node"):
            pass


def test_streams_are_counted_while_they_are_open() -> None:
    """One too many is refused; one that ends, however it ends, makes room."""
    shares = Shares(GrpcLimits(address_streams_max=1))
    with pytest.raises(OSError), shares.stream(FAR):
        with pytest.raises(RateLimited, match="at most 1 of one address"), shares.stream(FAR):
            raise AssertionError("a second one")
        with shares.stream(OTHER):
            pass
        raise OSError("the reader left")
    with shares.stream(FAR):
        pass
