"""What an operator may set of the gRPC server: where it listens, for whom, and its limits."""

from dataclasses import dataclass, field
from typing import Final

from chain.types.primitives import Gas

MEBIBYTE: Final = 2**20


@dataclass(frozen=True, slots=True)
class GrpcLimits:
    """Bounds on everything a client can ask for."""

    request_bytes_max: int = 4 * MEBIBYTE  # of one request message
    response_bytes_max: int = 64 * MEBIBYTE  # of one response message: a full block fits
    metadata_bytes_max: int = 16_384  # 16 KiB of headers in one call
    calls_max: int = 1_000  # calls under way at once, streams among them
    connection_calls_max: int = 256  # calls under way on one connection
    streams_max: int = 256  # streams open at once
    calls_per_s: float = 500.0  # calls of one client address, over time
    rate_burst_s: float = 5.0  # seconds of that rate that an address may use at once
    address_streams_max: int = 64  # streams of one client address
    call_s: float = 10.0  # seconds one call may take
    commit_s: float = 60.0  # seconds a broadcast may wait for its block
    write_s: float = 30.0  # seconds a stream's reader may take to accept one message
    call_gas_max: Gas = Gas(50_000_000)  # 50 million gas for queries, simulations and estimates
    scan_blocks_max: int = 1_000  # blocks that a subscription looks through at a time
    list_blocks_max: int = 100_000  # blocks whose logs one page of a list may span
    proof_slots_max: int = 1_024  # storage slots in one proof
    keepalive_s: int = 60  # seconds of silence after which the server asks whether a peer is there
    keepalive_answer_s: int = 20  # seconds the peer has to say so
    ping_gap_s: int = 10  # least seconds between two pings of a client
    idle_s: int = 600  # seconds a connection without calls is kept
    stop_s: float = 3.0  # seconds that calls under way may still take at stop


@dataclass(frozen=True, slots=True)
class GrpcTls:
    """The server's certificate chain and key, and who may sign certificates of its clients."""

    certificate: bytes  # PEM
    key: bytes = field(repr=False)  # PEM, without a password
    client_authority: bytes | None = None  # PEM; with it clients without a certificate are refused


@dataclass(frozen=True, slots=True)
class GrpcConfig:
    """Where the server listens; with `reflection` clients can ask what it offers."""

    host: str = "127.0.0.1"
    port: int = 9090  # 0: any free port
    reflection: bool = True
    tls: GrpcTls | None = None  # None: plain text
    limits: GrpcLimits = field(default_factory=GrpcLimits)
