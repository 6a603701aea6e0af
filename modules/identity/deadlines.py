"""What the chain does by itself: every wait of identity ends at a height, with its default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from modules.identity.issuers import OFFER_DUE, TERM_DUE, THAW_DUE, UNBONDING_DUE
from modules.identity.recovery import FREEZE_DUE, RECOVERY_DUE

if TYPE_CHECKING:
    from modules.identity.module import Identity

HANDLERS: Final[Mapping[int, Callable[[Identity, int], None]]] = {
    RECOVERY_DUE: lambda identity, subject: identity.end_recovery(subject),
    FREEZE_DUE: lambda identity, subject: identity.end_freeze(subject),
    OFFER_DUE: lambda identity, issuer: identity.end_offer(issuer),
    TERM_DUE: lambda identity, issuer: identity.end_term(issuer),
    THAW_DUE: lambda identity, issuer: identity.thaw_issuer("freeze_ends", issuer),
    UNBONDING_DUE: lambda identity, issuer: identity.unbond_issuer(issuer),
}
