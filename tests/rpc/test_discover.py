"""The node describes itself."""

from typing import Any

from jsonschema import Draft202012Validator

from tests.rpc.stage import Stage, on_stage

TEXT = {"type": "string", "minLength": 1}
DESCRIPTOR = {
    "type": "object",
    "required": ["name", "schema"],
    "additionalProperties": False,
    "properties": {"name": TEXT, "schema": {"type": "object"}, "required": {"type": "boolean"}},
}
VALUE = {
    "type": "object",
    "required": ["name", "value"],
    "additionalProperties": False,
    "properties": {"name": TEXT, "value": {}},
}
REFERENCE = {
    "type": "object",
    "required": ["$ref"],
    "additionalProperties": False,
    "properties": {"$ref": {"type": "string", "pattern": "^#/components/"}},
}
METHOD = {
    "type": "object",
    "required": ["name", "params", "result", "summary", "description", "errors", "examples"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z0-9_]+[_.][A-Za-z0-9_]+$"},
        "summary": TEXT,
        "description": TEXT,
        "tags": {"type": "array", "items": {"required": ["name"], "properties": {"name": TEXT}}},
        "paramStructure": {"enum": ["by-name", "by-position", "either"]},
        "params": {"type": "array", "items": DESCRIPTOR},
        "result": DESCRIPTOR,
        "errors": {"type": "array", "items": REFERENCE, "minItems": 1},
        "examples": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "params"],
                "additionalProperties": False,
                "properties": {
                    "name": TEXT,
                    "params": {"type": "array", "items": VALUE},
                    "result": VALUE,
                },
            },
        },
    },
}
ERROR = {
    "type": "object",
    "required": ["code", "message"],
    "properties": {"code": {"type": "integer"}, "message": TEXT},
}
META = {
    "type": "object",
    "required": ["openrpc", "info", "methods"],
    "additionalProperties": False,
    "properties": {
        "openrpc": {"type": "string", "pattern": r"^1\.3\.[0-9]+$"},
        "info": {"type": "object", "required": ["title", "version"]},
        "methods": {"type": "array", "items": METHOD},
        "components": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "schemas": {"type": "object", "additionalProperties": {"type": "object"}},
                "errors": {"type": "object", "additionalProperties": ERROR},
            },
        },
    },
}


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
async def test_the_document_is_valid_openrpc(stage: Stage) -> None:
    """The parts of OpenRPC 1.3's meta-schema that a document of methods uses, strictly."""
    document = await stage.rpc("rpc.discover")
    assert [] == [item.message for item in Draft202012Validator(META).iter_errors(document)]
    for method in document["methods"]:
        needed = [item["required"] for item in method["params"]]
        assert sorted(needed, reverse=True) == needed, "required parameters come first"
        names = [item["name"] for item in method["params"]]
        assert len(set(names)) == len(names)
        for item in method["params"]:
            Draft202012Validator.check_schema(item["schema"])
        Draft202012Validator.check_schema(method["result"]["schema"])
    wrong = {**document, "methods": [{"name": "a", "params": [{"name": "b"}]}]}
    assert not Draft202012Validator(META).is_valid(wrong)


@on_stage()
async def test_examples_are_calls_that_work(stage: Stage) -> None:
    """Each fits its schemas and is understood: refused for what is not there, not for its form."""
    document = await stage.rpc("rpc.discover")
    components = {"components": document["components"]}
    for method in document["methods"]:
        (example,) = method["examples"]
        schemas = {item["name"]: item["schema"] for item in method["params"]}
        for item in example["params"]:
            Draft202012Validator(schemas[item["name"]] | components).validate(item["value"])
        if "result" in example:
            result = method["result"]["schema"] | components
            Draft202012Validator(result).validate(example["result"]["value"])
        answer = await stage.ask(method["name"], *[item["value"] for item in example["params"]])
        code = answer.get("error", {}).get("code")
        if code == -32601:
            assert method["name"] in ("eth_subscribe", "eth_unsubscribe")
            continue
        assert code not in (-32602, -32603), answer
        listed = [
            document["components"]["errors"][item["$ref"].rpartition("/")[2]]["code"]
            for item in method["errors"]
        ]
        assert code is None or code in listed or code in (-32000, -32002), answer


@on_stage()
async def test_errors_follow_from_what_a_method_does(stage: Stage) -> None:
    """Code reverts, transactions are refused, blocks are not found, admin methods are hidden."""
    document = await stage.rpc("rpc.discover")
    errors = {
        method["name"]: {item["$ref"].rpartition("/")[2] for item in method["errors"]}
        for method in document["methods"]
    }
    assert {"Reverted", "CallFailed", "NotFound", "TimedOut"} <= errors["eth_call"]
    assert {"Reverted", "CallFailed", "TimedOut"} <= errors["guild_member"]
    assert "Refused" in errors["eth_sendRawTransaction"]
    assert "AdminOnly" in errors["debug_traceCall"] and "AdminOnly" not in errors["eth_call"]
    assert {"InvalidParams", "LimitExceeded"} == errors["eth_chainId"]


@on_stage()
async def test_references_lead_somewhere(stage: Stage) -> None:
    """Every record that an answer names is described."""
    document = await stage.rpc("rpc.discover")
    schemas = document["components"]["schemas"]

    def check(value: Any) -> None:
        if isinstance(value, dict):
            if "$ref" in value:
                *_, kind, name = value["$ref"].split("/")
                assert name in document["components"][kind]
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
