"""A Query service a module: the views, as every other door answers them."""

from typing import Any

import grpc
import pytest
from google.protobuf.json_format import MessageToDict
from google.protobuf.message_factory import GetMessageClass

from chain.errors import StateUnavailable
from chain.kit.abi import AbiType, BytesType, ListType, TupleType, UintType
from chain.kit.dispatch import decode_result
from chain.kit.module import Method, Module, method_named
from chain.kit.render.names import pascal, views_of
from chain.kit.render.proto import RESULT
from chain.types.primitives import Gas
from chain.vm.call import CallMessage, call
from modules.model_fees.module import ModelFees
from modules.model_fees.records import (
    ModelStatus,
    Prices,
    RevenueSplit,
)
from rpc.grpc.config import GrpcLimits
from rpc.grpc.queries import service_of
from rpc.grpc.values import put, take
from rpc.wire import model_fees_pb2, model_fees_pb2_grpc, staking_pb2
from tests.rpc.grpc.stage import (
    COIN,
    GrpcStage,
    failure,
    fields_of,
    on_grpc,
    refusal_in,
    told,
)
from tests.rpc.stage import ACCOUNTS, STRANGER, VALIDATOR, hex_of


async def act(stage: GrpcStage) -> None:
    """Give the views something to show: a delegation, a model on the register."""
    stage.backend.pool.submit(stage.delegate(0, 5 * COIN))
    register = method_named(ModelFees, "register_model")
    activate = method_named(ModelFees, "activate_model")
    assert register is not None and activate is not None
    split = RevenueSplit(ACCOUNTS[2], 8_000, 1_500, 500)  # type: ignore[arg-type]
    data = register.encode_call("oak", "ipfs://oak", Prices(3, 5), split)  # type: ignore[arg-type]
    stage.backend.send(1, ModelFees.address, data, gas_limit=2_000_000)
    stage.backend.send(1, ModelFees.address, activate.encode_call("oak"), gas_limit=2_000_000)
    block = stage.backend.make_block()
    assert [1] * len(block.receipts) == [receipt.status for receipt in block.receipts]


def sample_of(kind: AbiType, name: str) -> Any:
    """Return an argument of a type: one that finds something where it can."""
    if isinstance(kind, ListType):
        return ()
    if isinstance(kind, TupleType):
        return kind.python(*(sample_of(member, n) for n, member in kind.fields.items()))
    if kind.name == "address":
        return VALIDATOR if name == "validator" else ACCOUNTS[0]
    if isinstance(kind, UintType):
        return 10 if name == "limit" else 0
    if kind.name == "string":
        return "model_fees.protocol_fee_bps" if name == "parameter" else "oak"
    if isinstance(kind, BytesType):
        return b""
    return kind.from_word(0)  # type: ignore[attr-defined]


@on_grpc()
async def test_every_view_answers_as_the_module_itself_does(stage: GrpcStage) -> None:
    """The value, or the refusal with its data, is that of a call on the module's address."""
    await act(stage)
    answered = 0
    for module in stage.backend.assembly.modules:
        for view in views_of(module):
            answered += await compare(stage, module, view)
    assert answered > 20


async def compare(stage: GrpcStage, module: type[Module], view: Method) -> bool:
    """Ask one view by gRPC and directly; return whether it gave a value."""
    service = service_of(module)
    method = service.methods_by_name[pascal(view.name)]
    arguments = [sample_of(kind, name) for name, kind in view.inputs.items()]
    request = GetMessageClass(method.input_type)()
    for (name, kind), value in zip(view.inputs.items(), arguments, strict=True):
        put(request, name, kind, value)
    backend = stage.backend
    height = backend.ledger.head.header.height
    direct = call(
        backend.chain.state(height),
        CallMessage(to=module.address, data=view.encode_call(*arguments)),
        backend.chain.environment(height),
        backend.machine,
    )
    asked = stage.channel.unary_unary(f"/{service.full_name}/{method.name}")(
        request.SerializeToString()
    )
    if direct.error is not None:
        assert direct.output == refusal_in(await failure(asked)).data, (module.name, view.name)
        return False
    response = GetMessageClass(method.output_type).FromString(await asked)
    assert height == response.height
    assert view.output is not None
    assert decode_result(view, direct.output) == take(response, RESULT, view.output)
    return True


@on_grpc()
async def test_refusals_come_with_their_fields(stage: GrpcStage) -> None:
    """A program reads which refusal it was and why without parsing the text."""
    error = await failure(
        stage.staking.Validator(staking_pb2.ValidatorRequest(validator=hex_of(STRANGER)))
    )
    assert grpc.StatusCode.FAILED_PRECONDITION == error.code()
    assert (error.details() or "").startswith("UnknownValidator: no validator has this address")
    refusal = refusal_in(error)
    assert ("staking", "UnknownValidator") == (refusal.module, refusal.name)
    assert {"validator": "0x7777777777777777777777777777777777777777"} == fields_of(refusal)


@on_grpc()
async def test_old_heights_answer_what_was_true_then(stage: GrpcStage) -> None:
    """`at_height` picks the state, `height` says which it was."""
    await act(stage)
    account = hex_of(ACCOUNTS[0])
    power = stage.staking.PowerOf
    now = await power(staking_pb2.PowerOfRequest(account=account))
    before = await power(staking_pb2.PowerOfRequest(account=account, at_height=0))
    assert (1, str(5 * COIN)) == (now.height, now.result)
    assert (0, "0") == (before.height, before.result)


@on_grpc()
async def test_heights_that_are_not_there_are_out_of_range(stage: GrpcStage) -> None:
    """Above the head and below the kept history, each with what there is."""
    request = staking_pb2.ParamsRequest(at_height=9)
    above = await failure(stage.staking.Params(request))
    expected = (grpc.StatusCode.OUT_OF_RANGE, "a height up to 0 expected, found 9")
    assert expected == told(above)

    def pruned(height: int) -> Any:
        raise StateUnavailable(height, 5, 9)

    stage.backend.chain.state = pruned
    error = await failure(stage.staking.Params(staking_pb2.ParamsRequest(at_height=0)))
    text = "no state at height 0: this node keeps 5 to 9"
    assert (grpc.StatusCode.OUT_OF_RANGE, text) == told(error)


@pytest.mark.parametrize(
    ("request_fields", "message"),
    [
        ({"validator": "0x12"}, "validator: 0x and 40 hex digits expected, found '0x12'"),
        ({}, "validator: 0x and 40 hex digits expected, found ''"),
        (
            {"validator": "0xC2549E6B815AD6850920d3b9216d3d438a54565e"},
            "fails EIP-55's checksum",
        ),
    ],
)
def test_arguments_are_read_strictly(request_fields: dict[str, str], message: str) -> None:
    """The field, what was expected and what was found stand in the error."""

    @on_grpc()
    async def perform(stage: GrpcStage) -> None:
        request = staking_pb2.ValidatorRequest(**request_fields)
        code, text = told(await failure(stage.staking.Validator(request)))
        assert grpc.StatusCode.INVALID_ARGUMENT == code
        assert message in text

    perform()


@on_grpc()
async def test_records_lists_and_enums_read_well(stage: GrpcStage) -> None:
    """A quote and a model come as nested messages, enums by name."""
    await act(stage)
    query: Any = model_fees_pb2_grpc.QueryStub(stage.channel)
    asked = model_fees_pb2.QuoteRequest(model_id="oak", input_tokens="100", output_tokens="20")
    quote = (await query.Quote(asked)).result
    assert "400" == quote.total_wei
    assert 400 == sum(int(leg.amount_wei) for leg in quote.legs)
    model = (await query.Model(model_fees_pb2.ModelRequest(model_id="oak"))).result
    assert int(ModelStatus.ACTIVE) == model.status
    assert "MODEL_STATUS_ACTIVE" == MessageToDict(model)["status"]


@on_grpc(GrpcLimits(call_gas_max=Gas(22_000), stop_s=0.1))
async def test_out_of_gas_is_a_failed_precondition(stage: GrpcStage) -> None:
    """A query that costs more than this node gives says so."""
    error = await failure(stage.staking.Params(staking_pb2.ParamsRequest()))
    assert (grpc.StatusCode.FAILED_PRECONDITION, "out of gas") == told(error)


def test_every_module_has_its_generated_code() -> None:
    """A module without its protobuf code is found when the server is built, not when asked."""

    class Lonely(Module, address=0x0FFF, name="lonely"):
        """Not rendered."""

    with pytest.raises(ModuleNotFoundError):
        service_of(Lonely)
