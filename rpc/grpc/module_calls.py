"""
Build and Simulate services for every module, made from its declaration and its proto.

    MsgDelegate --values--> arguments --ABI--> call data --Build-----> UnsignedTransaction
                                                   `-------Simulate--> MsgDelegateResponse

A simulated call runs in the block to come, as a transaction sent now most likely would.
"""

import importlib
from collections.abc import Mapping
from typing import Any

from google.protobuf.descriptor import ServiceDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from chain.kit.assembly import Assembly
from chain.kit.dispatch import decode_result
from chain.kit.module import Method, Module
from chain.kit.render.names import calls_of, pascal
from chain.kit.render.proto import (
    BUILD_SERVICE,
    ENVELOPE,
    EVENTS,
    GAS_USED,
    HEIGHT,
    RESULT,
    SIMULATE_SERVICE,
)
from chain.types.receipt import Log
from chain.vm.call import CallResult
from rpc.grpc.building import Builder, read_envelope
from rpc.grpc.calls import Call, Unary
from rpc.grpc.errors import CallFailed
from rpc.grpc.events import describe_event
from rpc.grpc.refusals import Refusals
from rpc.grpc.stages import Stages
from rpc.grpc.values import put, take
from rpc.wire import events_pb2

Table = tuple[ServiceDescriptor, Mapping[str, Call]]


class ModuleCalls:
    """The calls of one module."""

    def __init__(
        self,
        module: type[Module],
        assembly: Assembly,
        builder: Builder,
        stages: Stages,
        refusals: Refusals,
    ) -> None:
        self._module, self._assembly, self._builder = module, assembly, builder
        self._stages, self._refusals = stages, refusals

    def tables(self) -> list[Table]:
        """Return both services, with a function for each call; none where there are no calls."""
        calls = calls_of(self._module)
        if not calls:
            return []
        build, simulate = services_of(self._module)
        return [
            (build, {pascal(call.name): Unary(self._build(call)) for call in calls}),
            (
                simulate,
                {
                    name: Unary(self._simulate(call, simulate.methods_by_name[name].output_type))
                    for name, call in ((pascal(call.name), call) for call in calls)
                },
            ),
        ]

    def _data(self, call: Method, request: Message) -> bytes:
        arguments = [take(request, name, kind) for name, kind in call.inputs.items()]
        return call.encode_call(*arguments)

    def _build(self, call: Method) -> Any:
        async def build(request: Message) -> Message:
            data = self._data(call, request)
            return await self._builder.build(getattr(request, ENVELOPE), self._module.address, data)

        return build

    def _simulate(self, call: Method, output: Any) -> Any:
        response_class = GetMessageClass(output)

        async def simulate(request: Message) -> Message:
            data = self._data(call, request)
            message = read_envelope(getattr(request, ENVELOPE), self._module.address, data)
            height = self._stages.height(None)
            result = await self._stages.call_ahead(height, message)
            self._refuse(result)
            fields = {HEIGHT: height, GAS_USED: result.gas_used, EVENTS: self._events(result.logs)}
            response = response_class(**fields)
            if call.output is not None:
                put(response, RESULT, call.output, decode_result(call, result.output))
            return response

        return simulate

    def _refuse(self, result: CallResult) -> None:
        """Raise what a call failed with."""
        if result.is_revert:
            raise self._refusals.failure(self._module.address, result.output)
        if result.error is not None:
            raise CallFailed(result.error)

    def _events(self, logs: tuple[Log, ...]) -> list[events_pb2.Event]:
        found = (describe_event(self._assembly, log) for log in logs)
        return [event for event in found if event is not None]


def services_of(module: type[Module]) -> tuple[ServiceDescriptor, ServiceDescriptor]:
    """Return the generated descriptors of a module's Build and Simulate services."""
    services = importlib.import_module(f"rpc.wire.{module.name}_pb2").DESCRIPTOR.services_by_name
    return services[BUILD_SERVICE], services[SIMULATE_SERVICE]
