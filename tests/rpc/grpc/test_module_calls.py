"""Build and Simulate, for every call of every module."""

from typing import Any

import grpc
from google.protobuf.message_factory import GetMessageClass

from chain.kit.module import AUTHORITY
from chain.kit.render.names import calls_of, pascal
from chain.vm.call import CallMessage, call
from rpc.grpc.module_calls import services_of
from rpc.grpc.values import put
from rpc.wire import (
    governance_pb2,
    governance_pb2_grpc,
    staking_pb2,
    staking_pb2_grpc,
    treasury_pb2,
    treasury_pb2_grpc,
    tx_pb2,
)
from tests.rpc.grpc.stage import (
    COIN,
    GrpcStage,
    failure,
    fields_of,
    on_grpc,
    refusal_in,
)
from tests.rpc.grpc.test_queries import sample_of
from tests.rpc.stage import ACCOUNTS, VALIDATOR, hex_of

SENDER = hex_of(ACCOUNTS[0])


@on_grpc()
async def test_every_call_is_built_as_its_own_call_data(stage: GrpcStage) -> None:
    """The payload's data is what the module's own encoding of the arguments is."""
    built = 0
    for module in stage.backend.assembly.modules:
        for method in calls_of(module):
            service = services_of(module)[0]
            declared = service.methods_by_name[pascal(method.name)]
            request: Any = GetMessageClass(declared.input_type)()
            request.envelope.sender = SENDER
            request.envelope.gas_limit = 1_000_000
            arguments = [sample_of(kind, name) for name, kind in method.inputs.items()]
            for (name, kind), value in zip(method.inputs.items(), arguments, strict=True):
                put(request, name, kind, value)
            answer = await stage.raw(
                f"/{service.full_name}/{declared.name}", request.SerializeToString()
            )
            found = tx_pb2.UnsignedTransaction.FromString(answer)
            assert method.encode_call(*arguments) == found.data, (module.name, method.name)
            assert hex_of(module.address) == found.to.lower()
            built += 1
    assert built > 200


@on_grpc()
async def test_every_call_is_simulated_as_the_module_itself_would(stage: GrpcStage) -> None:
    """The refusal, with its data, is that of the same message in the block to come."""
    backend, refused = stage.backend, 0
    for module in backend.assembly.modules:
        for method in calls_of(module):
            service = services_of(module)[1]
            declared = service.methods_by_name[pascal(method.name)]
            request: Any = GetMessageClass(declared.input_type)()
            request.envelope.sender = SENDER
            arguments = [sample_of(kind, name) for name, kind in method.inputs.items()]
            for (name, kind), value in zip(method.inputs.items(), arguments, strict=True):
                put(request, name, kind, value)
            message = CallMessage(ACCOUNTS[0], module.address, method.encode_call(*arguments))
            direct = call(
                backend.chain.state(0), message, backend.chain.environment(1), backend.machine
            )
            path = f"/{service.full_name}/{declared.name}"
            asked = stage.channel.unary_unary(path)(request.SerializeToString())
            if direct.error is None:
                outcome: Any = GetMessageClass(declared.output_type).FromString(await asked)
                assert direct.gas_used == outcome.gas_used
                continue
            assert direct.output == refusal_in(await failure(asked)).data, path
            refused += 1
    assert refused > 100


@on_grpc()
async def test_a_simulated_call_shows_result_gas_and_events(stage: GrpcStage) -> None:
    """In the module's own words; nothing of it stays."""
    simulate: Any = staking_pb2_grpc.SimulateStub(stage.channel)
    request = staking_pb2.MsgDelegate(
        envelope=tx_pb2.Envelope(sender=SENDER, value_wei=str(COIN)), validator=hex_of(VALIDATOR)
    )
    for _ in range(2):
        shown = await simulate.Delegate(request)
        (event,) = [found for found in shown.events if found.name == "Delegated"]
        assert hex_of(VALIDATOR) == fields_of(event)["validator"].lower()
        assert (0, True) == (shown.height, shown.gas_used > 21_000)
    power = await stage.staking.PowerOf(staking_pb2.PowerOfRequest(account=SENDER))
    assert "0" == power.result


@on_grpc()
async def test_what_a_call_returns_is_shown(stage: GrpcStage) -> None:
    """A proposal's number is known before it is sent."""
    simulate: Any = governance_pb2_grpc.SimulateStub(stage.channel)
    request = governance_pb2.MsgSubmitText(
        envelope=tx_pb2.Envelope(sender=SENDER, value_wei=str(500 * COIN)), title="t", summary="x"
    )
    assert "1" == (await simulate.SubmitText(request)).result


@on_grpc()
async def test_a_call_runs_in_the_block_to_come(stage: GrpcStage) -> None:
    """A deadline that the next block passes is passed."""
    seen: list[int] = []
    stage.backend.make_block()
    environment = stage.backend.chain.environment
    stage.backend.chain.environment = lambda height: (seen.append(height), environment(height))[1]
    simulate: Any = staking_pb2_grpc.SimulateStub(stage.channel)
    await simulate.Delegate(
        staking_pb2.MsgDelegate(
            envelope=tx_pb2.Envelope(sender=SENDER, value_wei=str(COIN)),
            validator=hex_of(VALIDATOR),
        )
    )
    assert [2] == seen


@on_grpc()
async def test_what_only_governance_may_call_can_be_tried_as_governance(stage: GrpcStage) -> None:
    """A proposal's call is built and simulated before anybody votes."""
    simulate: Any = treasury_pb2_grpc.SimulateStub(stage.channel)
    spend = {"recipient": hex_of(ACCOUNTS[1]), "amount_wei": "1"}
    fields = treasury_pb2.MsgSpend.DESCRIPTOR.fields_by_name
    given = {name: value for name, value in spend.items() if name in fields}
    mine = treasury_pb2.MsgSpend(envelope=tx_pb2.Envelope(sender=SENDER), **given)
    error = await failure(simulate.Spend(mine))
    assert grpc.StatusCode.FAILED_PRECONDITION == error.code()
    assert "Unauthorized" == refusal_in(error).name
    theirs = treasury_pb2.MsgSpend(envelope=tx_pb2.Envelope(sender=hex_of(AUTHORITY)), **given)
    assert "Unauthorized" != refusal_in(await failure(simulate.Spend(theirs))).name


@on_grpc()
async def test_coins_for_a_call_that_takes_none_are_refused(stage: GrpcStage) -> None:
    """As when it was sent."""
    simulate: Any = staking_pb2_grpc.SimulateStub(stage.channel)
    request = staking_pb2.MsgUndelegate(
        envelope=tx_pb2.Envelope(sender=SENDER, value_wei="1"), validator=hex_of(VALIDATOR)
    )
    request.amount_wei = "1"
    assert "NotPayable" == refusal_in(await failure(simulate.Undelegate(request))).name
