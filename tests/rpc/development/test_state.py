"""Methods that write state."""

from chain.vm.call import AccountOverride
from tests.rpc.development.play import PlayDevelopment, on_devnet
from tests.rpc.stage import STRANGER, Stage, hex_of

WHO = hex_of(STRANGER)


@on_devnet()
async def test_edits_reach_the_chain(stage: Stage, play: PlayDevelopment) -> None:
    """By each tool's name; slots and words may be short."""
    assert await stage.rpc("hardhat_setBalance", WHO, "0x5") is None
    assert await stage.rpc("anvil_setNonce", WHO, 7) is None
    assert await stage.rpc("evm_setAccountCode", WHO, "0x6000") is None
    assert await stage.rpc("anvil_setStorageAt", WHO, "0x1", "0x" + "2".zfill(64)) is True
    assert [
        ("edit", STRANGER, AccountOverride(balance_wei=5)),  # type: ignore[arg-type]
        ("edit", STRANGER, AccountOverride(nonce=7)),  # type: ignore[arg-type]
        ("edit", STRANGER, AccountOverride(code=b"\x60\x00")),
        ("edit", STRANGER, AccountOverride(state_diff={1: 2})),
    ] == play.told


@on_devnet()
async def test_edits_have_limits(stage: Stage, play: PlayDevelopment) -> None:
    """A nonce that no transaction could follow and code beyond a megabyte are refused."""
    assert -32602 == (await stage.error("anvil_setNonce", WHO, hex(2**64 - 1)))[0]
    assert -32602 == (await stage.error("anvil_setBalance", WHO, hex(2**256)))[0]
    code = "0x" + "00" * (1_048_576 + 1)
    assert "code of at most 1048576 bytes" in (await stage.error("anvil_setCode", WHO, code))[1]
    assert [] == play.told


@on_devnet()
async def test_the_next_block_and_who_may_send(stage: Stage, play: PlayDevelopment) -> None:
    """Base fee, coinbase, impersonation of one account and of all."""
    await stage.rpc("hardhat_setNextBlockBaseFeePerGas", "0x9")
    await stage.rpc("hardhat_setCoinbase", WHO)
    assert [("set_base_fee", 9), ("set_coinbase", STRANGER)] == play.told
    await stage.rpc("hardhat_impersonateAccount", WHO)
    assert WHO in await stage.rpc("eth_accounts")
    await stage.rpc("anvil_stopImpersonatingAccount", WHO)
    assert WHO not in await stage.rpc("eth_accounts")
    await stage.rpc("anvil_autoImpersonateAccount", True)
    assert play.all_impersonated
