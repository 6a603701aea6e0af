"""What an operator may set."""

from rpc.grpc.config import GrpcConfig, GrpcLimits
from rpc.grpc.server import options_of


def test_the_server_listens_to_this_machine_only_unless_told_otherwise() -> None:
    """Nobody serves the world by accident."""
    assert ("127.0.0.1", 9090) == (GrpcConfig().host, GrpcConfig().port)


def test_limits_become_channel_arguments() -> None:
    """Seconds become milliseconds, and a port is never shared."""
    options = dict(options_of(GrpcLimits(keepalive_s=7, request_bytes_max=11)))
    assert (7_000, 11, 0) == (
        options["grpc.keepalive_time_ms"],
        options["grpc.max_receive_message_length"],
        options["grpc.so_reuseport"],
    )
