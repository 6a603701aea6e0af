"""
gRPC's settings for both ends of a connection between peers.

Keepalive finds a peer whose machine hangs within 15 s; the listener allows the dialer's pings.
"""

from typing import Final

from consensus.net.frames import FRAME_BYTES_MAX

METHOD: Final = "/kumiai.peer.v1.Peer/Connect"
HANDSHAKE_S: Final = 5.0  # seconds for each step of making a connection

KEEPALIVE_MS: Final = 10_000  # silence after which the other end is asked whether it is there
KEEPALIVE_ANSWER_MS: Final = 5_000  # time it has to say so
IDLE_MS: Final = 15_000  # time that a connection without a stream is kept
BACKOFF_MS: Final = 1_000  # gRPC's own reconnecting is not used: a channel lives for one stream
SLACK_BYTES: Final = 1_024  # over the largest frame, so that our own check finds the excess

COMMON: Final[list[tuple[str, int]]] = [
    ("grpc.max_receive_message_length", FRAME_BYTES_MAX + SLACK_BYTES),
    ("grpc.max_send_message_length", FRAME_BYTES_MAX + SLACK_BYTES),
    ("grpc.max_metadata_size", 8_192),
    ("grpc.keepalive_time_ms", KEEPALIVE_MS),
    ("grpc.keepalive_timeout_ms", KEEPALIVE_ANSWER_MS),
    # Without it the answer may take a minute, whatever keepalive_timeout says.
    ("grpc.http2.ping_timeout_ms", KEEPALIVE_ANSWER_MS),
    ("grpc.http2.max_pings_without_data", 0),
]
LISTENER: Final[list[tuple[str, int]]] = [
    *COMMON,
    ("grpc.so_reuseport", 0),
    ("grpc.max_concurrent_streams", 1),
    ("grpc.http2.min_recv_ping_interval_without_data_ms", KEEPALIVE_MS // 2),
    ("grpc.max_connection_idle_ms", IDLE_MS),
    ("grpc.server_handshake_timeout_ms", round(HANDSHAKE_S * 1_000)),
]
DIALER: Final[list[tuple[str, int]]] = [
    *COMMON,
    ("grpc.enable_retries", 0),
    ("grpc.enable_http_proxy", 0),
    ("grpc.use_local_subchannel_pool", 1),
    ("grpc.min_reconnect_backoff_ms", BACKOFF_MS),
    ("grpc.max_reconnect_backoff_ms", BACKOFF_MS),
]
