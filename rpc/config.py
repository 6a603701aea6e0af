"""What an operator may set of the JSON-RPC server: where it listens, whom it hears, its limits."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from chain.types.primitives import Gas
from rpc.credentials import Credentials
from rpc.development.backend import Development

MEBIBYTE: Final = 2**20


@dataclass(frozen=True, slots=True)
class RpcLimits:
    """Bounds on everything a client can ask for; each has the default that its users expect."""

    body_bytes_max: int = 5 * MEBIBYTE  # of one HTTP body or WebSocket message
    body_read_s: float = 30.0  # seconds a client may take to send a body
    answer_s: float = 30.0  # seconds after which the rest of a body is answered "timed out"
    connections_max: int = 2_000  # open TCP connections
    first_request_s: float = 30.0  # seconds a new connection may stay silent
    idle_s: float = 120.0  # seconds a silent connection is kept alive
    json_depth_max: int = 64  # lists and objects inside one another
    json_values_max: int = 250_000  # values in one body: reading more holds everything else up
    batch_items_max: int = 1_000  # requests in one batch
    reply_bytes_max: int = 25_000_000  # bytes of all answers of one batch
    call_s: float = 5.0  # seconds that code may run for one eth_call, estimate or access list
    call_gas_max: Gas = Gas(50_000_000)  # 50 million gas for eth_call and estimates
    trace_s: float = 20.0  # seconds that one trace may take, with what was before it in its block
    trace_bytes_max: int = 20_000_000  # bytes of one trace, while it grows
    traces_at_once: int = 1  # traces under way at a time
    traces_waiting_max: int = 16  # traces under way or waiting, of all clients
    trace_blocks_max: int = 100  # blocks that one trace_filter executes again
    traces_max: int = 10_000  # traces in one trace_filter's answer
    search_page_max: int = 100  # transactions in one ots_* answer
    work_waiting_max: int = 256  # calls, proofs and searches under way or waiting, of all clients
    log_terms_max: int = 1_000  # addresses, or topics at one position, of a log filter
    log_blocks_max: int = 100_000  # blocks that one eth_getLogs looks at
    logs_max: int = 20_000  # logs in one answer, unless all come from one block
    fee_history_blocks_max: int = 1_024  # blocks in one eth_feeHistory
    fee_percentiles_max: int = 100  # reward percentiles in one eth_feeHistory
    proof_slots_max: int = 1_024  # storage slots in one eth_getProof
    filters_max: int = 1_000  # polling filters alive at once
    filter_idle_s: float = 300.0  # seconds after which a filter nobody polls is dropped
    pending_hashes_max: int = 10_000  # transaction hashes that wait in one pending filter
    websockets_max: int = 1_500  # open WebSocket connections
    websocket_calls_max: int = 16  # requests of one WebSocket that are answered at a time
    subscriptions_max: int = 128  # subscriptions of one WebSocket
    outbox_messages_max: int = 10_000  # messages that wait for one slow WebSocket reader
    outbox_bytes_max: int = 32_000_000  # bytes that wait for one slow WebSocket reader
    calls_per_s: float = 500.0  # light calls of one client address, over time
    heavy_calls_per_s: float = 100.0  # calls of code, views, logs, proofs, traces of one address
    sends_per_s: float = 200.0  # transactions that one address sends
    rate_burst_s: float = 5.0  # seconds of each rate that an address may use at once
    heavy_calls_at_once: int = 32  # heavy calls of one address under way
    address_connections_max: int = 256  # open TCP connections of one client address
    drain_s: float = 5.0  # seconds that requests under way may still take at stop
    pool_listing_max: int = 5_000  # transactions in one txpool or pending-block answer


@dataclass(frozen=True, slots=True)
class RpcConfig:
    """
    Where the server listens and whom it hears.

    `allowed_hosts` are the names a request may be addressed to ("*": any); plain IP addresses
    always pass, so a web page cannot reach the node by rebinding a name of its own.
    `cors_origins` are the web origins whose pages may read answers ("*": any; none by default).
    `methods` are the methods and namespaces that are served, "-" before one takes it out; where
    none is named, all, but those of the admin side only to this machine or with `credentials`.
    `trusted_proxies` are addresses whose X-Forwarded-For says who the client is.
    `limits_loopback` counts this machine's calls as anybody's.
    `development` is what the methods of a development chain need; None, they do not exist.
    `explorer` is the directory of the block explorer's pages; None, browsers are shown none.
    `explains_reverts` lets it answer a transaction that reverted with an error, as ganache did.
    """

    host: str = "127.0.0.1"
    port: int = 8545  # 0: any free port
    allowed_hosts: tuple[str, ...] = ("localhost",)
    cors_origins: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    credentials: Credentials = field(default_factory=Credentials)
    trusted_proxies: tuple[str, ...] = ()
    limits_loopback: bool = False
    development: Development | None = None
    explains_reverts: bool = False
    explorer: Path | None = None
    limits: RpcLimits = field(default_factory=RpcLimits)
