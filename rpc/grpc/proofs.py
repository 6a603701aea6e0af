"""
kumiai.proofs.v1.Proofs: state with all that proves it, for clients that believe nobody.

    certificate --> header --state root--> account --storage root--> slots of a module's cell
"""

from collections.abc import Mapping, Sequence
from typing import Final

from chain.errors import Malformed
from chain.store.state import AccountProof
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address, Height
from rpc.backend import Backend
from rpc.grpc.calls import Unary
from rpc.grpc.cells import find_slots
from rpc.grpc.config import GrpcLimits
from rpc.grpc.errors import NotFound
from rpc.grpc.filters import module_named
from rpc.grpc.queries import at_height
from rpc.grpc.shapes import address_text, show_light_parts
from rpc.grpc.stages import Stages
from rpc.grpc.values import parse_address, parse_hash
from rpc.light import LightParts, find_light_parts
from rpc.wire import proofs_pb2

SERVICE: Final = proofs_pb2.DESCRIPTOR.services_by_name["Proofs"]
WORD_BYTES: Final = 32


class ProofsService:
    """Answers of the Proofs service."""

    def __init__(self, backend: Backend, limits: GrpcLimits, stages: Stages) -> None:
        self._backend, self._limits, self._stages = backend, limits, stages

    def table(self) -> Mapping[str, Unary]:
        """Return a function for every call of the service."""
        return {"Account": Unary(self.account), "Cell": Unary(self.cell)}

    async def account(self, request: proofs_pb2.AccountRequest) -> proofs_pb2.AccountResponse:
        """Prove an account and slots of it; raises StateUnavailable, NotFound."""
        address = parse_address(request.address, "address")
        most = self._limits.proof_slots_max
        if len(request.slots) > most:
            raise Malformed(f"slots: at most {most} expected, found {len(request.slots)}")
        slots = [int.from_bytes(parse_hash(slot, "slots"), "big") for slot in request.slots]
        height = self._stages.height(at_height(request))
        proof, parts = await self._backend.run(lambda: self._prove(address, slots, height))
        return proofs_pb2.AccountResponse(
            height=height, light_block=show_light_parts(parts), account=show_proof(proof)
        )

    async def cell(self, request: proofs_pb2.CellRequest) -> proofs_pb2.CellResponse:
        """Prove a value of a module's storage; raises Malformed, StateUnavailable, NotFound."""
        module = module_named(self._backend.assembly, request.module)
        height = self._stages.height(at_height(request))
        most = self._limits.proof_slots_max

        def prove() -> tuple[AccountProof, LightParts]:
            reader = self._backend.chain.state(height)
            slots = find_slots(module, request.cell, list(request.keys), reader, most)
            return self._prove(module.address, slots, height)

        proof, parts = await self._backend.run(prove)
        return proofs_pb2.CellResponse(
            height=height, light_block=show_light_parts(parts), account=show_proof(proof)
        )

    def _prove(
        self, address: Address, slots: Sequence[int], height: Height
    ) -> tuple[AccountProof, LightParts]:
        chain = self._backend.chain
        parts = find_light_parts(chain, height)
        if parts is None:
            raise NotFound(f"block {height} or its parent is not kept")
        return chain.proof(address, slots, height), parts


def show_proof(proof: AccountProof) -> proofs_pb2.AccountProof:
    """Return an account's proof; an account that is not there is empty."""
    account = proof.account
    return proofs_pb2.AccountProof(
        address=address_text(proof.address),
        nonce=0 if account is None else account.nonce,
        balance_wei="0" if account is None else str(int(account.balance_wei)),
        code_hash=EMPTY_CODE_HASH if account is None else account.code_hash,
        storage_root=EMPTY_TRIE_ROOT if account is None else account.storage_root,
        nodes=proof.account_proof,
        storage=[
            proofs_pb2.StorageProof(
                slot=item.slot.to_bytes(WORD_BYTES, "big"),
                value=item.value.to_bytes(WORD_BYTES, "big"),
                nodes=item.proof,
            )
            for item in proof.storage
        ],
    )
