"""
Issuers: who may attest what, by vote, with coins of their own behind it.

    vote --propose_issuer--> PROPOSED --bond_issuer--> BONDED --renew_issuer, each term--> BONDED
    RESIGNING --unbonding--> bond back      vote --remove_issuer--> a share slashed, the rest back
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from chain.kit.collections import SetMap
from chain.kit.module import AUTHORITY, call, view
from chain.kit.storage import Map, Value, Words
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Height, Wei
from modules.identity.events import (
    IssuerKeyRotated,
    IssuerMoved,
    IssuerProposed,
    IssuerSlashed,
    SchemasSet,
)
from modules.identity.ground import Ground
from modules.identity.machines import ATTESTING, GOVERNANCE, ISSUER, ISSUER_MACHINE, OFFICER
from modules.identity.records import (
    SCHEMAS_MAX,
    URI_BYTES_MAX,
    WHOLE_BPS,
    Freeze,
    Issuer,
    IssuerInfo,
    IssuerState,
    Permission,
)
from modules.identity.refusals import (
    BondTooSmall,
    KeyTaken,
    OfficerConcerned,
    SchemasInvalid,
    SlashInvalid,
    UriInvalid,
)
from modules.identity.signatures import IssuerRotation, check_consent

OFFER_DUE, TERM_DUE, THAW_DUE, UNBONDING_DUE = 3, 4, 5, 6  # kinds of deadline
ISSUERS_FROM = 1 << 64  # where issuers begin among those whom cases froze
NO_FREEZE = Freeze(ZERO_HASH, Height(0))


class Issuers(Ground):
    """Slots 128 to 143."""

    issuer_count = Value(128, int)  # issuers ever proposed; numbers the next
    issuers = Map(129, int, Issuer)
    issuer_by_key = Map(130, Address, int)  # of every key that speaks or ever spoke for one
    schemas = SetMap(131, int, Hash32)  # 131 and 132
    issuer_uris = Map(133, int, str)

    @call(governed=True)
    def propose_issuer(self, key: Address, schemas: tuple[Hash32, ...], uri: str) -> int:
        """
        Let a key become an issuer of these schemas, once it bonds itself; returns its number.

        `uri` says where it tells what it attests and how.
        """
        self.refuse_key(key)
        if len(uri.encode()) > URI_BYTES_MAX:
            raise UriInvalid(URI_BYTES_MAX, len(uri.encode()))
        self.issuer_count += 1
        number = self.issuer_count
        self.issuers[number] = Issuer(IssuerState.NOTHING, key, Wei(0), Height(0), NO_FREEZE)
        self.issuer_uris[number] = uri
        self.issuer_by_key[key] = number
        self._put_schemas(number, schemas)
        self.emit(IssuerProposed(number, key, uri))
        self._move_issuer("propose_issuer", number, IssuerState.PROPOSED)
        self.wait(OFFER_DUE, number, self.live.issuer_offer_blocks)
        return number

    @call(payable=True)
    def bond_issuer(self, issuer: int) -> None:
        """Begin as an issuer with the coins sent as its bond."""
        self.enter_issuer("bond_issuer", issuer)
        self.stop_waiting(OFFER_DUE, issuer)
        self._begin_term("bond_issuer", issuer)

    @call(payable=True)
    def renew_issuer(self, issuer: int) -> None:
        """Begin another term; the coins sent join the bond, which must be what is asked now."""
        self.enter_issuer("renew_issuer", issuer)
        self._begin_term("renew_issuer", issuer)

    @call()
    def rotate_issuer_key(self, issuer: int, key: Address, permission: Permission) -> None:
        """Let another key speak for the issuer; it signs an IssuerRotation. The old is spent."""
        found = self.enter_issuer("rotate_issuer_key", issuer)
        self.refuse_key(key)
        check_consent(self, IssuerRotation, issuer, key, permission)
        self.issuer_by_key[key] = issuer
        self.issuers[issuer] = replace(found, key=key)
        self.emit(IssuerKeyRotated(issuer, found.key, key))

    @call()
    def resign_issuer(self, issuer: int) -> None:
        """Attest no more; the bond is back after the unbonding time."""
        self.enter_issuer("resign_issuer", issuer)
        self.stop_waiting(TERM_DUE, issuer)
        self._move_issuer("resign_issuer", issuer, IssuerState.RESIGNING)
        self.wait(UNBONDING_DUE, issuer, self.live.issuer_unbonding_blocks)

    @call()
    def freeze_issuer(self, issuer: int, case: Hash32, blocks: int) -> None:
        """Let an issuer's credentials not count for so many blocks; its bond stays where it is."""
        found = self.enter_issuer("freeze_issuer", issuer)
        self.refuse_issuing_officer()
        self.stop_waiting(TERM_DUE, issuer)
        freeze = self.begin_freeze(found.freeze, ISSUERS_FROM + issuer, case, blocks)
        self.issuers[issuer] = replace(found, freeze=freeze)
        self._move_issuer("freeze_issuer", issuer, IssuerState.FROZEN, case)
        self.wait(THAW_DUE, issuer, blocks, False)

    @call()
    def lift_issuer_freeze(self, issuer: int) -> None:
        """End an issuer's freeze before its time."""
        self.enter_issuer("lift_issuer_freeze", issuer)
        self.thaw_issuer("lift_issuer_freeze", issuer)

    @call(governed=True)
    def set_schemas(self, issuer: int, schemas: tuple[Hash32, ...]) -> None:
        """Say what an issuer may attest; its credentials of other schemas count no more."""
        self.enter_issuer("set_schemas", issuer)
        self._put_schemas(issuer, schemas)

    @call(governed=True)
    def remove_issuer(self, issuer: int, slash_bps: Bps, case: Hash32) -> None:
        """End an issuer for cause: a share of its bond to the treasury, the rest back to it."""
        found = self.enter_issuer("remove_issuer", issuer)
        if slash_bps > WHOLE_BPS:
            raise SlashInvalid(slash_bps)
        for kind in (OFFER_DUE, TERM_DUE, THAW_DUE, UNBONDING_DUE):
            self.stop_waiting(kind, issuer)
        slashed_wei = found.bond_wei * slash_bps // WHOLE_BPS
        self.pay(self.treasury.address, slashed_wei, "issuer_slashed")
        self._return_bond(issuer, slashed_wei)
        self.emit(IssuerSlashed(issuer, Wei(slashed_wei)))
        self._move_issuer("remove_issuer", issuer, IssuerState.REMOVED, case)

    @view
    def issuer_total(self) -> int:
        """Return how many issuers were proposed; they are numbered from 1."""
        return self.issuer_count

    @view
    def issuer(self, number: int) -> IssuerInfo:
        """Return one issuer, whole; in state NOTHING where there is none."""
        schemas = self.schemas[number].page(0, SCHEMAS_MAX)
        return IssuerInfo(number, self.issuers[number], self.issuer_uris[number], schemas)

    @view
    def issuer_of(self, key: Address) -> int:
        """Return the issuer that a key speaks, or ever spoke, for; zero for none."""
        return self.issuer_by_key[key]

    def enter_issuer(self, name: str, issuer: int) -> Issuer:
        """Let the sender's call on an issuer go on; raises StateForbids, RoleForbids."""
        found = self.issuers[issuer]
        held = {
            ISSUER: self.sender == found.key,
            OFFICER: self.is_officer(self.sender),
            GOVERNANCE: self.sender == AUTHORITY,
        }
        ISSUER_MACHINE.enter(name, found.state, self.roles(**held))
        return found

    def may_attest(self, issuer: int, schema: Hash32) -> bool:
        """Whether an issuer's credentials of a schema count now."""
        return self.issuer_state(issuer) in ATTESTING and schema in self.schemas[issuer]

    def issuer_state(self, issuer: int) -> IssuerState:
        """Return where an issuer stands: the first word of its record, and no other."""
        return IssuerState(Words(self.host, self.address)[self.issuers.at(issuer)])

    def refuse_issuing_officer(self) -> None:
        """Raise OfficerConcerned where the sender, who would freeze, speaks for an issuer."""
        if self.issuer_by_key[self.sender]:
            raise OfficerConcerned(self.sender)

    def refuse_key(self, key: Address) -> None:
        """Raise KeyTaken or OfficerConcerned where a key cannot become an issuer's."""
        if self.issuer_by_key[key] or key == ZERO_ADDRESS:
            raise KeyTaken(key, self.issuer_by_key[key])
        self.refuse_officer(key)

    def end_offer(self, issuer: int) -> None:
        """Let an issuer that did not bond itself in time go."""
        self._move_issuer("offer_ends", issuer, IssuerState.REMOVED)

    def end_term(self, issuer: int) -> None:
        """Let an issuer that did not renew lapse."""
        self._move_issuer("term_ends", issuer, IssuerState.LAPSED)

    def unbond_issuer(self, issuer: int) -> None:
        """Give a resigned issuer its bond back."""
        self._return_bond(issuer, 0)
        self._move_issuer("unbonds", issuer, IssuerState.RESIGNED)

    def thaw_issuer(self, name: str, issuer: int) -> None:
        """End a freeze; an issuer whose term ended meanwhile lapses."""
        found, now = self.issuers[issuer], self.block.height
        self.stop_waiting(THAW_DUE, issuer)
        self.issuers[issuer] = replace(found, freeze=Freeze(found.freeze.case, now))
        has_term = now < found.term_ends_at
        state = IssuerState.BONDED if has_term else IssuerState.LAPSED
        if has_term:
            self.wait(TERM_DUE, issuer, found.term_ends_at - now)
        self._move_issuer(name, issuer, state, found.freeze.case)

    def _begin_term(self, name: str, issuer: int) -> None:
        found, live = self.issuers[issuer], self.live
        bond_wei = Wei(found.bond_wei + self.value_wei)
        if bond_wei < live.issuer_bond_wei:
            raise BondTooSmall(live.issuer_bond_wei, bond_wei)
        self.issuer_bonds_wei = Wei(self.issuer_bonds_wei + self.value_wei)
        ends_at = self.wait(TERM_DUE, issuer, live.issuer_term_blocks)
        self.issuers[issuer] = replace(found, bond_wei=bond_wei, term_ends_at=ends_at)
        self._move_issuer(name, issuer, IssuerState.BONDED)

    def _return_bond(self, issuer: int, gone_wei: int) -> None:
        """Pay what is left of a bond to its issuer."""
        found = self.issuers[issuer]
        self.issuer_bonds_wei = Wei(self.issuer_bonds_wei - found.bond_wei)
        self.issuers[issuer] = replace(found, bond_wei=Wei(0))
        self.pay(found.key, found.bond_wei - gone_wei, "issuer_bond_returned")

    def _put_schemas(self, issuer: int, schemas: Sequence[Hash32]) -> None:
        is_sound = len(set(schemas)) == len(schemas) <= SCHEMAS_MAX and all(map(any, schemas))
        if not is_sound:
            raise SchemasInvalid(SCHEMAS_MAX, len(schemas))
        rights: Any = self.schemas[issuer]
        for schema in rights.page(0, SCHEMAS_MAX):
            rights.discard(schema)
        for schema in schemas:
            rights.add(schema)
        self.emit(SchemasSet(issuer, tuple(schemas)))

    def _move_issuer(
        self, name: str, issuer: int, state: IssuerState, case: Hash32 = ZERO_HASH
    ) -> None:
        found = self.issuers[issuer]
        moved = replace(found, state=ISSUER_MACHINE.move(name, found.state, state))
        self.issuers[issuer] = moved
        self.emit(IssuerMoved(issuer, state, moved.bond_wei, case))
