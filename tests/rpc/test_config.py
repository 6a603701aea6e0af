"""What a server does when nobody says otherwise."""

from rpc.config import RpcConfig


def test_defaults_keep_strangers_out() -> None:
    """Only this machine, no web pages, no unlocked accounts, geth's limits."""
    config = RpcConfig()
    assert ("127.0.0.1", 8545) == (config.host, config.port)
    assert (("localhost",), (), None) == (
        config.allowed_hosts,
        config.cors_origins,
        config.development,
    )
    limits = config.limits
    assert (5 * 2**20, 1_000, 25_000_000) == (
        limits.body_bytes_max,
        limits.batch_items_max,
        limits.reply_bytes_max,
    )
    assert (50_000_000, 100_000, 20_000, 1_000) == (
        limits.call_gas_max,
        limits.log_blocks_max,
        limits.logs_max,
        limits.log_terms_max,
    )
    assert (1_024, 100, 300.0) == (
        limits.fee_history_blocks_max,
        limits.fee_percentiles_max,
        limits.filter_idle_s,
    )
