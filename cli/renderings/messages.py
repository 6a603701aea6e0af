"""
Which records keys sign for which module: what no declaration of a module's page says by itself.

    module name --MESSAGES--> its EIP-712 domain, and the records that are signed under it
"""

from typing import Final

from chain.kit.record import Record
from chain.kit.typed_data import Domain
from modules.bridge import attesters
from modules.bridge.records import Attestation
from modules.devices import signatures as device_signatures
from modules.devices.records import Application, Beat
from modules.identity import signatures as identity_signatures
from modules.identity.records import SignedClaim
from modules.model_fees import typed
from modules.token import records as token_records

Messages = tuple[Domain, tuple[type[Record], ...]]

MESSAGES: Final[dict[str, Messages]] = {
    "bridge": (attesters.DOMAIN, (Attestation,)),
    "devices": (
        device_signatures.DOMAIN,
        (
            Application,
            Beat,
            device_signatures.MakerWord,
            device_signatures.Handover,
            device_signatures.Rotation,
            device_signatures.Relocation,
            device_signatures.Answer,
        ),
    ),
    "identity": (
        identity_signatures.DOMAIN,
        (
            identity_signatures.Link,
            identity_signatures.Rotation,
            identity_signatures.Rescue,
            identity_signatures.IssuerRotation,
            SignedClaim,
        ),
    ),
    "model_fees": (
        typed.DOMAIN,
        (
            typed.Voucher,
            typed.Farewell,
            typed.Renewal,
            typed.Receipt,
            typed.Ticket,
        ),
    ),
    "token": (
        token_records.DOMAIN,
        (
            token_records.Permit,
            token_records.TransferWithAuthorization,
            token_records.ReceiveWithAuthorization,
            token_records.CancelAuthorization,
        ),
    ),
}


def messages_of(name: str) -> tuple[type[Record], ...]:
    """Return the records that keys sign for a module."""
    return MESSAGES[name][1] if name in MESSAGES else ()
