"""What a devnet begins with."""

from pathlib import Path

from cli.beacon_secret import load_beacon_secret, tip_entry
from cli.config import load_config
from cli.devnet import MARKER, beacon_secret_of, dev_accounts
from cli.node import load_genesis
from tests.cli.conftest import At, Ran


def test_a_half_made_devnet_is_made_again(at: At, tmp_path: Path, ran: Ran) -> None:
    """A first run that was killed leaves a home that the next run completes."""
    at("devnet")
    (tmp_path / "h" / "genesis.json").unlink()
    assert (tmp_path / "h" / MARKER).exists()
    assert 0 == at("devnet").status
    assert (tmp_path / "h" / "genesis.json").exists()


def test_the_devnets_genesis_is_what_is_promised(devnet_files: Path) -> None:
    """20 accounts of 10,000 coins, one validator with stake, and a vote that fits in 20 s."""
    config = load_config(devnet_files)
    genesis = load_genesis(config)
    for account in dev_accounts():
        assert 10_000 * 10**18 == genesis.accounts[account.address].balance_wei
    assert 31_337 == genesis.chain_id
    periods = genesis.modules["governance"]["params"]  # type: ignore[index]
    assert periods["voting_period_s"] + periods["timelock_s"] < 20
    assert config.instant_blocks
    secret = load_beacon_secret(config.beacon_secret_path)
    tip = tip_entry(secret, 31_337, dev_accounts()[-1].address)
    assert [tip] == genesis.modules["beacon"]["tips"]  # type: ignore[index]
    assert secret == beacon_secret_of(dev_accounts()[-1].private_key)
