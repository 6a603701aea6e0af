"""kumiai.blocks.v1.Blocks: final blocks, one by one and as they come."""

from collections.abc import AsyncGenerator, Mapping
from typing import Final

from chain.types.primitives import Height
from rpc.backend import Backend
from rpc.grpc.calls import Call, Stream, Unary
from rpc.grpc.errors import NotFound, OutOfRange
from rpc.grpc.heads import Heads
from rpc.grpc.shapes import show_block, show_light_parts
from rpc.grpc.values import parse_hash
from rpc.light import find_light_parts
from rpc.wire import blocks_pb2

SERVICE: Final = blocks_pb2.DESCRIPTOR.services_by_name["Blocks"]


class BlocksService:
    """Answers of the Blocks service."""

    def __init__(self, backend: Backend, heads: Heads) -> None:
        self._backend, self._heads = backend, heads

    def table(self) -> Mapping[str, Call]:
        """Return a function for every call of the service."""
        return {
            "Get": Unary(self.get),
            "Stream": Stream(self.stream),
            "Light": Unary(self.light),
        }

    async def get(self, request: blocks_pb2.GetRequest) -> blocks_pb2.GetResponse:
        """Return one block; raises NotFound, OutOfRange."""
        height = self._height(request)
        return blocks_pb2.GetResponse(block=await self._show(height))

    async def stream(
        self, request: blocks_pb2.StreamRequest
    ) -> AsyncGenerator[blocks_pb2.StreamResponse]:
        """Yield every block from a height on, for ever."""
        wanted = request.from_height if request.HasField("from_height") else None
        height = first_height(self._heads, wanted)
        while True:
            await self._heads.reach(height)
            yield blocks_pb2.StreamResponse(block=await self._show(height))
            height = Height(height + 1)

    async def light(self, request: blocks_pb2.LightRequest) -> blocks_pb2.LightResponse:
        """Return a header with its proof; raises OutOfRange, NotFound."""
        head, chain = self._heads.height, self._backend.chain
        height = request.height if request.HasField("height") else head
        if height > head:
            raise OutOfRange(f"a height up to {head} expected, found {height}")
        found = await self._backend.run(lambda: find_light_parts(chain, height))
        if found is None:
            raise NotFound(f"block {height} or its parent is not kept")
        return blocks_pb2.LightResponse(light_block=show_light_parts(found))

    def _height(self, request: blocks_pb2.GetRequest) -> Height:
        named, head = request.WhichOneof("block"), self._heads.height
        if named == "hash":
            found = self._backend.chain.height_of(parse_hash(request.hash, "hash"))
            if found is None:
                raise NotFound(f"no block 0x{request.hash.hex()}")
            return found
        if named == "height" and request.height > head:
            raise OutOfRange(f"a height up to {head} expected, found {request.height}")
        return Height(request.height) if named == "height" else head

    async def _show(self, height: Height) -> blocks_pb2.Block:
        """Read and translate a block beside the event loop: it may be large, and on disk."""
        chain = self._backend.chain

        def show() -> blocks_pb2.Block:
            block = chain.block(height)
            assert block is not None, height
            return show_block(block)

        return await self._backend.run(show)


def first_height(heads: Heads, wanted: int | None) -> Height:
    """Return where a stream begins, the block to come for None; raises OutOfRange beyond it."""
    following = Height(heads.height + 1)
    if wanted is None:
        return following
    if wanted > following:
        raise OutOfRange(f"a first height up to {following} expected, found {wanted}")
    return Height(wanted)
