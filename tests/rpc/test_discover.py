"""The node describes itself."""

from typing import Any

from tests.rpc.stage import Stage, on_stage


@on_stage()
async def test_namespaces_are_listed(stage: Stage) -> None:
    """Ethereum's and every module's."""
    modules = await stage.rpc("rpc_modules")
    ours = ["guild", "kumiai", "net", "rpc", "txpool", "web3"]
    assert sorted(["debug", "erigon", "eth", "ots", "trace", *ours]) == list(modules)


@on_stage()
async def test_the_document_holds_every_method(stage: Stage) -> None:
    """What is served is described, with parameters and results."""
    document = await stage.rpc("rpc.discover")
    assert "1.3.2" == document["openrpc"]
    methods = {item["name"]: item for item in document["methods"]}
    assert set(stage.server.methods) == set(methods)
    member = methods["guild_member"]
    assert ["who", "block"] == [item["name"] for item in member["params"]]
    assert [True, False] == [item["required"] for item in member["params"]]
    assert "One member." == member["summary"]
    balance = methods["eth_getBalance"]
    assert "^0x[0-9a-fA-F]{40}$" == balance["params"][0]["schema"]["pattern"]
    assert all(item["summary"] for item in methods.values())


@on_stage()
async def test_references_lead_somewhere(stage: Stage) -> None:
    """Every record that an answer names is described."""
    document = await stage.rpc("rpc.discover")
    schemas = document["components"]["schemas"]

    def check(value: Any) -> None:
        if isinstance(value, dict):
            if "$ref" in value:
                assert value["$ref"].removeprefix("#/components/schemas/") in schemas
            for inner in value.values():
                check(inner)
        if isinstance(value, list):
            for inner in value:
                check(inner)

    check(document)
    member = next(schema for name, schema in schemas.items() if name.endswith("_Member"))
    assert {"who", "shares", "mood", "nickname", "mark"} == set(member["required"])
    assert ["CALM", "BUSY"] == member["properties"]["mood"]["enum"]


@on_stage()
async def test_tier_one_is_complete(stage: Stage) -> None:
    """Every method that wallets, libraries and explorers call is there."""
    names = [
        "web3_clientVersion", "web3_sha3", "net_version", "net_listening", "net_peerCount",
        "eth_chainId", "eth_blockNumber", "eth_syncing", "eth_gasPrice", "eth_maxPriorityFeePerGas",
        "eth_feeHistory", "eth_getBalance", "eth_getTransactionCount", "eth_getCode",
        "eth_getStorageAt", "eth_call", "eth_estimateGas", "eth_createAccessList",
        "eth_sendRawTransaction", "eth_getTransactionByHash", "eth_getTransactionReceipt",
        "eth_getBlockByNumber", "eth_getBlockByHash", "eth_getBlockReceipts",
        "eth_getBlockTransactionCountByNumber", "eth_getBlockTransactionCountByHash",
        "eth_getTransactionByBlockNumberAndIndex", "eth_getTransactionByBlockHashAndIndex",
        "eth_getRawTransactionByHash", "eth_getRawTransactionByBlockNumberAndIndex",
        "eth_getRawTransactionByBlockHashAndIndex", "eth_getLogs", "eth_newFilter",
        "eth_newBlockFilter", "eth_newPendingTransactionFilter", "eth_getFilterChanges",
        "eth_getFilterLogs", "eth_uninstallFilter", "eth_getProof",
        "eth_getUncleCountByBlockNumber", "eth_getUncleCountByBlockHash",
        "eth_getUncleByBlockNumberAndIndex", "eth_getUncleByBlockHashAndIndex", "eth_accounts",
        "eth_coinbase", "eth_mining", "eth_hashrate", "eth_blobBaseFee", "eth_subscribe",
        "eth_unsubscribe", "txpool_status", "txpool_content", "txpool_contentFrom",
        "txpool_inspect", "rpc_modules", "rpc.discover",
    ]  # fmt: skip
    assert [] == [name for name in names if name not in stage.server.methods]
