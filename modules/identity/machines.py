"""The lives of subjects, issuers, credentials and disclosures, as tables."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.identity.records import CredentialState, GrantState, IssuerState, SubjectState

CONTROLLER: Final = "controller"
ACCOUNT: Final = "account"  # one of the subject's
GUARDIAN: Final = "guardian"
OFFICER: Final = "officer"
ISSUER: Final = "issuer"
AUDITOR: Final = "auditor"
GOVERNANCE: Final = "governance"

S, W, C, G = SubjectState, IssuerState, CredentialState, GrantState

ATTESTING: Final = (W.BONDED, W.RESIGNING)  # in which an issuer's credentials count
HOLDING: Final = (W.BONDED, W.FROZEN, W.LAPSED, W.RESIGNING)  # in which its bond is here
LIVE: Final = (C.ISSUED, C.ACTIVE, C.SUSPENDED)


def _keep(name: str, who: tuple[str, ...], rule: str) -> Transition[SubjectState]:
    return Transition(name, (S.ACTIVE,), (S.ACTIVE,), who, rule)


SUBJECT: Final = StateMachine(
    "subject",
    S.NOTHING,
    (
        Transition(
            "register", (S.NOTHING,), (S.ACTIVE,), (ANYONE,), "the fee is burned, the bond is held"
        ),
        _keep("link_account", (CONTROLLER,), "the account signs too, and belongs to nobody else"),
        _keep("unlink_account", (CONTROLLER, ACCOUNT), "any but the controller's"),
        _keep("rotate_key", (CONTROLLER,), "the new key signs; the old account leaves"),
        _keep("change_attribute", (CONTROLLER,), "credentials of that schema alone count no more"),
        _keep("set_guardians", (CONTROLLER,), "the first set at once, others after a delay"),
        _keep("cancel_guardians", (CONTROLLER,), "the set that waits is dropped"),
        Transition(
            "approve_recovery",
            (S.ACTIVE,),
            (S.ACTIVE, S.RECOVERING),
            (GUARDIAN,),
            "the new key signs; enough guardians for one key begin the delay",
        ),
        Transition(
            "veto_recovery", (S.RECOVERING,), (S.ACTIVE,), (CONTROLLER,), "counted as a try"
        ),
        Transition(
            "recovery_ends",
            (S.RECOVERING,),
            (S.ACTIVE,),
            (CHAIN,),
            "the new key speaks, the old account leaves, waiting guardians are dropped",
        ),
        Transition(
            "freeze",
            (S.ACTIVE,),
            (S.FROZEN,),
            (OFFICER,),
            "with a case of its own, for a limited time, not again right after; no coins move",
        ),
        Transition("lift_freeze", (S.FROZEN,), (S.ACTIVE,), (OFFICER,), "before its time"),
        Transition(
            "govern_freeze",
            (S.FROZEN,),
            (S.FROZEN, S.ACTIVE),
            (GOVERNANCE,),
            "a vote extends a freeze or ends it",
        ),
        Transition("freeze_ends", (S.FROZEN,), (S.ACTIVE,), (CHAIN,), "by itself at its height"),
        Transition(
            "deactivate", (S.ACTIVE,), (S.DEACTIVATED,), (CONTROLLER,), "the bond goes back"
        ),
    ),
    resting={S.ACTIVE: "its bond is back whenever it leaves"},
)

ISSUER_MACHINE: Final = StateMachine(
    "issuer",
    W.NOTHING,
    (
        Transition(
            "propose_issuer", (W.NOTHING,), (W.PROPOSED,), (GOVERNANCE,), "by vote; no coins yet"
        ),
        Transition("bond_issuer", (W.PROPOSED,), (W.BONDED,), (ISSUER,), "the issuer's own coins"),
        Transition(
            "offer_ends", (W.PROPOSED,), (W.REMOVED,), (CHAIN,), "it did not bond itself in time"
        ),
        Transition(
            "renew_issuer",
            (W.BONDED, W.LAPSED),
            (W.BONDED,),
            (ISSUER,),
            "the bond is topped up to what is asked now; another term begins",
        ),
        Transition(
            "term_ends",
            (W.BONDED,),
            (W.LAPSED,),
            (CHAIN,),
            "not renewed: its credentials count no more until it is",
        ),
        Transition(
            "freeze_issuer",
            (W.BONDED,),
            (W.FROZEN,),
            (OFFICER,),
            "with a case, for a limited time: its credentials do not count meanwhile",
        ),
        Transition(
            "lift_issuer_freeze", (W.FROZEN,), (W.BONDED, W.LAPSED), (OFFICER,), "before its time"
        ),
        Transition(
            "freeze_ends", (W.FROZEN,), (W.BONDED, W.LAPSED), (CHAIN,), "by itself at its height"
        ),
        Transition(
            "rotate_issuer_key", (W.BONDED,), (W.BONDED,), (ISSUER,), "the new key signs too"
        ),
        Transition(
            "resign_issuer",
            (W.BONDED, W.LAPSED),
            (W.RESIGNING,),
            (ISSUER,),
            "its credentials count, and its bond can be slashed, to the end",
        ),
        Transition("unbonds", (W.RESIGNING,), (W.RESIGNED,), (CHAIN,), "the bond goes back"),
        *(
            Transition(
                "set_schemas", (state,), (state,), (GOVERNANCE,), "what it may attest, by vote"
            )
            for state in (W.PROPOSED, W.BONDED, W.FROZEN, W.LAPSED)
        ),
        Transition(
            "remove_issuer",
            (W.PROPOSED, *HOLDING),
            (W.REMOVED,),
            (GOVERNANCE,),
            "for cause: a share of the bond to the treasury, the rest back",
        ),
    ),
    resting={W.LAPSED: "its issuer renews or resigns whenever it likes"},
)

CREDENTIAL: Final = StateMachine(
    "credential",
    C.NOTHING,
    (
        Transition(
            "issue",
            (C.NOTHING,),
            (C.ISSUED, C.ACTIVE),
            (ISSUER,),
            "one that may attest the schema; its older one of the same schema is revoked",
        ),
        Transition(
            "present",
            (C.NOTHING,),
            (C.ISSUED, C.ACTIVE),
            (ACCOUNT,),
            "the subject brings what the issuer's key on record signed, once",
        ),
        Transition("begins", (C.ISSUED,), (C.ACTIVE,), (CHAIN,), "by time alone"),
        Transition("expires", LIVE, (C.EXPIRED,), (CHAIN,), "by time alone"),
        Transition("suspend", (C.ISSUED, C.ACTIVE), (C.SUSPENDED,), (ISSUER,), "by who issued it"),
        Transition("resume", (C.SUSPENDED,), (C.ISSUED, C.ACTIVE), (ISSUER,), "by who issued it"),
        Transition(
            "revoke", LIVE, (C.REVOKED,), (ISSUER, ACCOUNT), "for good; its subject may too"
        ),
        Transition(
            "erase",
            (*LIVE, C.EXPIRED, C.REVOKED),
            (C.ERASED,),
            (ISSUER, ACCOUNT),
            "the commitment is struck out; a tombstone and the audit log stay",
        ),
    ),
    resting={
        C.EXPIRED: "nothing of anybody's is in it",
        C.REVOKED: "nothing of anybody's is in it",
    },
)

GRANT: Final = StateMachine(
    "disclosure",
    G.NOTHING,
    (
        Transition(
            "grant_disclosure", (G.NOTHING,), (G.GRANTED,), (CONTROLLER,), "with a scope and an end"
        ),
        Transition(
            "note_access", (G.GRANTED,), (G.GRANTED,), (AUDITOR,), "who read what, and when"
        ),
        Transition("revoke_disclosure", (G.GRANTED,), (G.REVOKED,), (CONTROLLER,), "at once"),
        Transition("disclosure_ends", (G.GRANTED,), (G.EXPIRED,), (CHAIN,), "by time alone"),
    ),
)
