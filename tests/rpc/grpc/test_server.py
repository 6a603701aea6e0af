"""The server as a whole: services, health, reflection, limits, its port."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import grpc
import grpc.aio
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc

from chain.kit.render.names import calls_of
from modules import assemble
from rpc.grpc.config import GrpcConfig, GrpcLimits
from rpc.grpc.server import GrpcServer
from rpc.wire import node_pb2, tx_pb2
from tests.rpc.grpc.stage import GENESIS, GrpcStage, failure, on_grpc, open_grpc, told
from tests.rpc.stage import StageBackend

SERVICES = {
    *("kumiai.node.v1.Node", "kumiai.tx.v1.Tx", "kumiai.blocks.v1.Blocks"),
    *("kumiai.events.v1.Events", "kumiai.proofs.v1.Proofs"),
    *(f"kumiai.{module.name}.v1.Query" for module in assemble().modules),
    *(
        f"kumiai.{module.name}.v1.{service}"
        for module in assemble().modules
        if calls_of(module)
        for service in ("Build", "Simulate")
    ),
}


@on_grpc()
async def test_health_is_served_for_every_service(stage: GrpcStage) -> None:
    """Load balancers and orchestrators ask by the standard service."""
    health: Any = health_pb2_grpc.HealthStub(stage.channel)
    for name in ("", *SERVICES):
        answer = await health.Check(health_pb2.HealthCheckRequest(service=name))
        assert health_pb2.HealthCheckResponse.SERVING == answer.status
    unknown = await failure(health.Check(health_pb2.HealthCheckRequest(service="no")))
    assert grpc.StatusCode.NOT_FOUND == unknown.code()


@on_grpc()
async def test_reflection_lists_every_service_and_its_file(stage: GrpcStage) -> None:
    """grpcurl and its like need no proto file."""
    answers = await ask_reflection(
        stage,
        reflection_pb2.ServerReflectionRequest(list_services=""),
        reflection_pb2.ServerReflectionRequest(file_containing_symbol="kumiai.staking.v1.Query"),
    )
    listed = {service.name for service in answers[0].list_services_response.service}
    assert {*SERVICES, "grpc.health.v1.Health"} <= listed
    assert b"ValidatorRequest" in answers[1].file_descriptor_response.file_descriptor_proto[0]


async def ask_reflection(stage: GrpcStage, *questions: Any) -> list[Any]:
    """Return the answers of the reflection service."""

    async def asked() -> AsyncIterator[Any]:
        for question in questions:
            yield question

    stub: Any = reflection_pb2_grpc.ServerReflectionStub(stage.channel)
    return [answer async for answer in stub.ServerReflectionInfo(asked())]


@on_grpc()
async def test_unknown_methods_are_unimplemented(stage: GrpcStage) -> None:
    """A misspelled method or service is told apart from a failing one."""
    for method in ("/kumiai.node.v1.Node/Nothing", "/kumiai.none.v1.Query/Params", "/x"):
        error = await failure(stage.channel.unary_unary(method)(b""))
        assert grpc.StatusCode.UNIMPLEMENTED == error.code()


@on_grpc(GrpcLimits(request_bytes_max=10_000, stop_s=0.1))
async def test_oversized_requests_are_refused(stage: GrpcStage) -> None:
    """More bytes than the limit are not even decoded, and the server goes on."""
    error = await failure(stage.tx.Broadcast(tx_pb2.BroadcastRequest(raw=b"\1" * 10_001)))
    assert grpc.StatusCode.RESOURCE_EXHAUSTED == error.code()
    assert 31337 == (await stage.node.Status(node_pb2.StatusRequest())).chain_id


@on_grpc(GrpcLimits(metadata_bytes_max=2_000, stop_s=0.1))
async def test_oversized_headers_are_refused(stage: GrpcStage) -> None:
    """Metadata is bounded like everything else."""
    call = stage.node.Status(node_pb2.StatusRequest(), metadata=(("x-long", "y" * 20_000),))
    assert grpc.StatusCode.RESOURCE_EXHAUSTED == (await failure(call)).code()


def test_a_taken_port_is_an_error() -> None:
    """Two nodes on one port do not share its calls in silence."""

    async def perform() -> None:
        async with open_grpc() as stage:
            backend = StageBackend(assemble(), **GENESIS)
            second = GrpcServer(backend, GrpcConfig(port=stage.server.port))
            try:
                with pytest.raises(OSError, match="is the port taken"):
                    await second.start()
            finally:
                await second.stop()
                backend.close()

    asyncio.run(perform())


def test_a_stopped_server_answers_no_more() -> None:
    """The port is free again, and open streams have ended."""

    async def perform() -> None:
        backend = StageBackend(assemble(), **GENESIS)
        server = GrpcServer(backend, GrpcConfig(port=0, limits=GrpcLimits(stop_s=0.1)))
        task = asyncio.create_task(server.run())
        while not server.port:
            await asyncio.sleep(0.01)
        async with grpc.aio.insecure_channel(server.address) as channel:
            stream: Any = channel.unary_stream("/kumiai.blocks.v1.Blocks/Stream")(b"")
            await asyncio.sleep(0.1)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            assert told(await failure(stream))[0] in (
                grpc.StatusCode.UNAVAILABLE,
                grpc.StatusCode.CANCELLED,
            )
        backend.close()

    asyncio.run(perform())


def test_reflection_can_be_switched_off() -> None:
    """An operator may keep the list of services to themselves."""

    async def perform() -> None:
        backend = StageBackend(assemble(), **GENESIS)
        config = GrpcConfig(port=0, reflection=False, limits=GrpcLimits(stop_s=0.1))
        server = GrpcServer(backend, config)
        await server.start()
        async with grpc.aio.insecure_channel(server.address) as channel:
            method = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"
            error = await failure(channel.unary_unary(method)(b""))
            assert grpc.StatusCode.UNIMPLEMENTED == error.code()
        await server.stop()
        backend.close()

    asyncio.run(perform())
