"""What the chain runs, and how far back it can be asked."""

import zlib

from tests.rpc.stage import STRANGER, Guild, Stage, hex_of, on_stage


@on_stage()
async def test_the_configuration_names_what_answers(stage: Stage) -> None:
    """EIP-7910: every precompile there is, modules among them, and the fork's hash."""
    answer = await stage.rpc("eth_config")
    assert (None, None) == (answer["next"], answer["last"])
    current = answer["current"]
    genesis = bytes.fromhex((await stage.rpc("eth_getBlockByNumber", "0x0", False))["hash"][2:])
    assert ("0x7a69", f"0x{zlib.crc32(genesis):08x}", 1_700_000_000) == (
        current["chainId"],
        current["forkId"],
        current["activationTime"],
    )
    assert hex_of(Guild.address) == current["precompiles"]["GUILD"]
    named = set(current["precompiles"].values())
    assert {hex_of(address) for address in stage.backend.machine.precompiles} == named
    assert {"BEACON_ROOTS_ADDRESS", "HISTORY_STORAGE_ADDRESS"} == set(current["systemContracts"])


@on_stage()
async def test_capabilities_follow_the_kept_history(stage: Stage) -> None:
    """States go as far back as they are kept, everything else to block 0."""
    for _ in range(105):
        stage.backend.make_block()
    answer = await stage.rpc("eth_capabilities")
    oldest = hex(stage.backend.ledger.oldest_state_height)
    assert "0x0" != oldest == answer["state"]["oldestBlock"] == answer["stateproofs"]["oldestBlock"]
    assert {"0x0"} == {answer[kind]["oldestBlock"] for kind in ("tx", "logs", "receipts", "blocks")}
    head = await stage.rpc("eth_getBlockByNumber", "latest", False)
    assert {"number": head["number"], "hash": head["hash"]} == answer["head"]
    error = await stage.error("eth_getBalance", hex_of(STRANGER), "0x0")
    assert -32002 == error[0]
