"""What a client may be told about patience, prices and sizes; every number here is a limit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of one client; the defaults suit a node on the same continent."""

    request_s: float = 15.0  # for one attempt of a request
    attempts_max: int = 5  # of a request that may be repeated
    backoff_s_min: float = 0.1  # before the second attempt; it doubles
    backoff_s_max: float = 2.0
    answer_bytes_max: int = 64 * 2**20
    requests_max: int = 32  # under way at a time; more wait
    receipt_s: float = 60.0  # until giving up on a transaction's block
    poll_s_min: float = 0.02  # between looks for a receipt or a block, growing to the maximum
    poll_s_max: float = 0.5
    gas_margin_percent: int = 25  # above the estimate, as state moves before the block is made
    fee_wei_max: int = 10**13  # for one unit of gas; what asks for more is not sent
    raise_percent: int = 25  # by which a replacement pays more; nodes want 10 at least
    blocks_per_query_max: int = 1_000  # whose logs are asked for at once
    reads_per_batch_max: int = 50  # in one request


DEFAULT_SETTINGS = Settings()
