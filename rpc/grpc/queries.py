"""
A Query service for every module, made from its declaration and its proto.

    ProposalRequest --values--> arguments --ABI--> eth_call at the module's address
                                                     `--ABI--> value --values--> ProposalResponse

The views run as JSON-RPC runs them, so that all doors give the same answer.
"""

import importlib
from collections.abc import Mapping
from typing import Any

from google.protobuf.descriptor import ServiceDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from chain.kit.dispatch import decode_result
from chain.kit.module import Method, Module
from chain.kit.render.names import pascal, views_of
from chain.kit.render.proto import AT_HEIGHT, HEIGHT, RESULT, SERVICE
from chain.vm.call import CallMessage
from rpc.grpc.calls import Unary
from rpc.grpc.errors import CallFailed
from rpc.grpc.refusals import Refusals
from rpc.grpc.stages import Stages
from rpc.grpc.values import put, take


def service_of(module: type[Module]) -> ServiceDescriptor:
    """Return the generated descriptor of a module's Query service."""
    wire = importlib.import_module(f"rpc.wire.{module.name}_pb2")
    service: ServiceDescriptor = wire.DESCRIPTOR.services_by_name[SERVICE]
    return service


class Queries:
    """The views of one module."""

    def __init__(self, module: type[Module], stages: Stages, refusals: Refusals) -> None:
        self._module, self._stages, self._refusals = module, stages, refusals
        self.service = service_of(module)

    def table(self) -> Mapping[str, Unary]:
        """Return a function for every call of the service."""
        return {pascal(view.name): Unary(self._query(view)) for view in views_of(self._module)}

    def _query(self, view: Method) -> Any:
        method = self.service.methods_by_name[pascal(view.name)]
        response_class = GetMessageClass(method.output_type)

        async def query(request: Message) -> Message:
            height = self._stages.height(at_height(request))
            arguments = [take(request, name, kind) for name, kind in view.inputs.items()]
            message = CallMessage(to=self._module.address, data=view.encode_call(*arguments))
            result = await self._stages.call(height, message)
            if result.is_revert:
                raise self._refusals.failure(self._module.address, result.output)
            if result.error is not None:
                raise CallFailed(result.error)
            response = response_class(**{HEIGHT: height})
            if view.output is not None:
                put(response, RESULT, view.output, decode_result(view, result.output))
            return response

        return query


def at_height(request: Any) -> int | None:
    """Return the height whose state a request asks for, None for the newest."""
    return getattr(request, AT_HEIGHT) if request.HasField(AT_HEIGHT) else None
