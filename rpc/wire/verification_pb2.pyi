from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Level(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEVEL_NONE: _ClassVar[Level]
    LEVEL_REQUESTER: _ClassVar[Level]
    LEVEL_REDUNDANCY: _ClassVar[Level]
    LEVEL_AUDIT: _ClassVar[Level]
    LEVEL_ATTESTED: _ClassVar[Level]
    LEVEL_BISECTION: _ClassVar[Level]
    LEVEL_JURY: _ClassVar[Level]

class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    KIND_RESULT: _ClassVar[Kind]
    KIND_ACCUSATION: _ClassVar[Kind]

class ClaimState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLAIM_STATE_NOTHING: _ClassVar[ClaimState]
    CLAIM_STATE_COMMITTED: _ClassVar[ClaimState]
    CLAIM_STATE_REVEALED: _ClassVar[ClaimState]
    CLAIM_STATE_CHALLENGED: _ClassVar[ClaimState]
    CLAIM_STATE_EVIDENCE: _ClassVar[ClaimState]
    CLAIM_STATE_DRAWING: _ClassVar[ClaimState]
    CLAIM_STATE_VOTING: _ClassVar[ClaimState]
    CLAIM_STATE_OPENING: _ClassVar[ClaimState]
    CLAIM_STATE_BISECTING: _ClassVar[ClaimState]
    CLAIM_STATE_RULED: _ClassVar[ClaimState]
    CLAIM_STATE_EXECUTED: _ClassVar[ClaimState]

class Side(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SIDE_NONE: _ClassVar[Side]
    SIDE_AGAINST_WORKER: _ClassVar[Side]
    SIDE_FOR_WORKER: _ClassVar[Side]

class Choice(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHOICE_NONE: _ClassVar[Choice]
    CHOICE_AGAINST: _ClassVar[Choice]
    CHOICE_SPLIT: _ClassVar[Choice]
    CHOICE_WORKER: _ClassVar[Choice]

class GameState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GAME_STATE_NOTHING: _ClassVar[GameState]
    GAME_STATE_SPLITTING: _ClassVar[GameState]
    GAME_STATE_CHOOSING: _ClassVar[GameState]
    GAME_STATE_STEPPING: _ClassVar[GameState]
    GAME_STATE_OVER: _ClassVar[GameState]

class Role(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROLE_REPLICA: _ClassVar[Role]
    ROLE_AUDITOR: _ClassVar[Role]
    ROLE_ATTESTOR: _ClassVar[Role]
    ROLE_JUROR: _ClassVar[Role]

class MemberState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MEMBER_STATE_NOTHING: _ClassVar[MemberState]
    MEMBER_STATE_ACTIVE: _ClassVar[MemberState]
    MEMBER_STATE_SUSPENDED: _ClassVar[MemberState]
    MEMBER_STATE_LEAVING: _ClassVar[MemberState]
LEVEL_NONE: Level
LEVEL_REQUESTER: Level
LEVEL_REDUNDANCY: Level
LEVEL_AUDIT: Level
LEVEL_ATTESTED: Level
LEVEL_BISECTION: Level
LEVEL_JURY: Level
KIND_RESULT: Kind
KIND_ACCUSATION: Kind
CLAIM_STATE_NOTHING: ClaimState
CLAIM_STATE_COMMITTED: ClaimState
CLAIM_STATE_REVEALED: ClaimState
CLAIM_STATE_CHALLENGED: ClaimState
CLAIM_STATE_EVIDENCE: ClaimState
CLAIM_STATE_DRAWING: ClaimState
CLAIM_STATE_VOTING: ClaimState
CLAIM_STATE_OPENING: ClaimState
CLAIM_STATE_BISECTING: ClaimState
CLAIM_STATE_RULED: ClaimState
CLAIM_STATE_EXECUTED: ClaimState
SIDE_NONE: Side
SIDE_AGAINST_WORKER: Side
SIDE_FOR_WORKER: Side
CHOICE_NONE: Choice
CHOICE_AGAINST: Choice
CHOICE_SPLIT: Choice
CHOICE_WORKER: Choice
GAME_STATE_NOTHING: GameState
GAME_STATE_SPLITTING: GameState
GAME_STATE_CHOOSING: GameState
GAME_STATE_STEPPING: GameState
GAME_STATE_OVER: GameState
ROLE_REPLICA: Role
ROLE_AUDITOR: Role
ROLE_ATTESTOR: Role
ROLE_JUROR: Role
MEMBER_STATE_NOTHING: MemberState
MEMBER_STATE_ACTIVE: MemberState
MEMBER_STATE_SUSPENDED: MemberState
MEMBER_STATE_LEAVING: MemberState

class ParamsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ParamsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: VerificationParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[VerificationParams, _Mapping]] = ...) -> None: ...

class FeeWeiRequest(_message.Message):
    __slots__ = ("at_height", "terms", "value_wei")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    terms: ClaimTerms
    value_wei: str
    def __init__(self, at_height: _Optional[int] = ..., terms: _Optional[_Union[ClaimTerms, _Mapping]] = ..., value_wei: _Optional[str] = ...) -> None: ...

class FeeWeiResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ClaimCountRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ClaimCountResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ClaimRequest(_message.Message):
    __slots__ = ("at_height", "claim")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ...) -> None: ...

class ClaimResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Claim
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Claim, _Mapping]] = ...) -> None: ...

class StandingRequest(_message.Message):
    __slots__ = ("at_height", "claim")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ...) -> None: ...

class StandingResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Progress
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Progress, _Mapping]] = ...) -> None: ...

class TimelineRequest(_message.Message):
    __slots__ = ("at_height", "claim", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class TimelineResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Moment]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Moment, _Mapping]]] = ...) -> None: ...

class RoundsOfRequest(_message.Message):
    __slots__ = ("at_height", "claim")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ...) -> None: ...

class RoundsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Round]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Round, _Mapping]]] = ...) -> None: ...

class SeatsOfRequest(_message.Message):
    __slots__ = ("at_height", "claim", "round_index")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    ROUND_INDEX_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    round_index: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ..., round_index: _Optional[str] = ...) -> None: ...

class SeatsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Seat]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Seat, _Mapping]]] = ...) -> None: ...

class GameRequest(_message.Message):
    __slots__ = ("at_height", "claim")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ...) -> None: ...

class GameResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Game
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Game, _Mapping]] = ...) -> None: ...

class EvidenceRequest(_message.Message):
    __slots__ = ("at_height", "claim", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class EvidenceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Evidence]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Evidence, _Mapping]]] = ...) -> None: ...

class ChallengePriceRequest(_message.Message):
    __slots__ = ("at_height", "claim", "level")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    level: Level
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ..., level: _Optional[_Union[Level, str]] = ...) -> None: ...

class ChallengePriceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ClocksRequest(_message.Message):
    __slots__ = ("at_height", "claim")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    claim: str
    def __init__(self, at_height: _Optional[int] = ..., claim: _Optional[str] = ...) -> None: ...

class ClocksResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Clocks
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Clocks, _Mapping]] = ...) -> None: ...

class DutiesOfRequest(_message.Message):
    __slots__ = ("at_height", "account", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class DutiesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Duty]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Duty, _Mapping]]] = ...) -> None: ...

class MemberRequest(_message.Message):
    __slots__ = ("at_height", "role", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    role: Role
    account: str
    def __init__(self, at_height: _Optional[int] = ..., role: _Optional[_Union[Role, str]] = ..., account: _Optional[str] = ...) -> None: ...

class MemberResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Member
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Member, _Mapping]] = ...) -> None: ...

class MemberStatsOfRequest(_message.Message):
    __slots__ = ("at_height", "role", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    role: Role
    account: str
    def __init__(self, at_height: _Optional[int] = ..., role: _Optional[_Union[Role, str]] = ..., account: _Optional[str] = ...) -> None: ...

class MemberStatsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: MemberStats
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[MemberStats, _Mapping]] = ...) -> None: ...

class WorkerStatsOfRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class WorkerStatsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: WorkerStats
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[WorkerStats, _Mapping]] = ...) -> None: ...

class AuditRateRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class AuditRateResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class OverturnRateRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class OverturnRateResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class MemberWeightRequest(_message.Message):
    __slots__ = ("at_height", "role")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    role: Role
    def __init__(self, at_height: _Optional[int] = ..., role: _Optional[_Union[Role, str]] = ...) -> None: ...

class MemberWeightResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class FreeRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class FreeResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class HoldingsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class HoldingsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Totals
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Totals, _Mapping]] = ...) -> None: ...

class MsgDeposit(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgDepositResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgWithdraw(_message.Message):
    __slots__ = ("envelope", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgWithdrawResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgJoin(_message.Message):
    __slots__ = ("envelope", "role")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    role: Role
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., role: _Optional[_Union[Role, str]] = ...) -> None: ...

class MsgJoinResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgTopUp(_message.Message):
    __slots__ = ("envelope", "role")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    role: Role
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., role: _Optional[_Union[Role, str]] = ...) -> None: ...

class MsgTopUpResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgResign(_message.Message):
    __slots__ = ("envelope", "role")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    role: Role
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., role: _Optional[_Union[Role, str]] = ...) -> None: ...

class MsgResignResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgReveal(_message.Message):
    __slots__ = ("envelope", "claim", "digest", "salt")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    digest: bytes
    salt: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., digest: _Optional[bytes] = ..., salt: _Optional[bytes] = ...) -> None: ...

class MsgRevealResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRevealTrace(_message.Message):
    __slots__ = ("envelope", "claim", "steps", "end", "salt")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    steps: str
    end: MachineState
    salt: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., steps: _Optional[str] = ..., end: _Optional[_Union[MachineState, _Mapping]] = ..., salt: _Optional[bytes] = ...) -> None: ...

class MsgRevealTraceResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAccept(_message.Message):
    __slots__ = ("envelope", "claim")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ...) -> None: ...

class MsgAcceptResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgLink(_message.Message):
    __slots__ = ("envelope", "claim", "earlier")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    EARLIER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    earlier: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., earlier: _Optional[str] = ...) -> None: ...

class MsgLinkResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgChallenge(_message.Message):
    __slots__ = ("envelope", "claim", "level", "side", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    level: Level
    side: Side
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., level: _Optional[_Union[Level, str]] = ..., side: _Optional[_Union[Side, str]] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgChallengeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRespond(_message.Message):
    __slots__ = ("envelope", "claim")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ...) -> None: ...

class MsgRespondResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAddEvidence(_message.Message):
    __slots__ = ("envelope", "claim", "digest")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    digest: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., digest: _Optional[bytes] = ...) -> None: ...

class MsgAddEvidenceResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSealVote(_message.Message):
    __slots__ = ("envelope", "claim", "seal")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    SEAL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    seal: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., seal: _Optional[bytes] = ...) -> None: ...

class MsgSealVoteResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOpenVote(_message.Message):
    __slots__ = ("envelope", "claim", "value", "salt")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    value: str
    salt: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., value: _Optional[str] = ..., salt: _Optional[bytes] = ...) -> None: ...

class MsgOpenVoteResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOpenCanary(_message.Message):
    __slots__ = ("envelope", "claim", "salt")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    salt: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., salt: _Optional[bytes] = ...) -> None: ...

class MsgOpenCanaryResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPostMiddle(_message.Message):
    __slots__ = ("envelope", "claim", "state_hash")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    STATE_HASH_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    state_hash: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., state_hash: _Optional[bytes] = ...) -> None: ...

class MsgPostMiddleResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgChooseHalf(_message.Message):
    __slots__ = ("envelope", "claim", "agrees_to_middle")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    AGREES_TO_MIDDLE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    agrees_to_middle: bool
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., agrees_to_middle: _Optional[bool] = ...) -> None: ...

class MsgChooseHalfResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgProveStep(_message.Message):
    __slots__ = ("envelope", "claim", "witness")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    WITNESS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    witness: Witness
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ..., witness: _Optional[_Union[Witness, _Mapping]] = ...) -> None: ...

class MsgProveStepResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgExecute(_message.Message):
    __slots__ = ("envelope", "claim")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[str] = ...) -> None: ...

class MsgExecuteResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class VerificationParams(_message.Message):
    __slots__ = ("draw_blocks", "reveal_blocks", "challenge_blocks", "respond_blocks", "evidence_blocks", "vote_blocks", "open_blocks", "clock_blocks", "bond_bps", "bond_wei_min", "appeal_bond_bps", "seat_fee_wei", "replica_bps", "auditors", "attestors", "jurors", "appeals_max", "audit_bps_min", "audit_bps_max", "penalty_bps", "canary_penalty_bps", "canary_share_bps", "jackpot_bps", "winner_bps", "voters_bps", "burn_bps", "open_cases_max", "member_bond_wei_min", "seat_stake_wei", "unbonding_blocks", "retry_blocks", "member_policy")
    DRAW_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    REVEAL_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    RESPOND_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    VOTE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    OPEN_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    CLOCK_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    BOND_BPS_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_MIN_FIELD_NUMBER: _ClassVar[int]
    APPEAL_BOND_BPS_FIELD_NUMBER: _ClassVar[int]
    SEAT_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    REPLICA_BPS_FIELD_NUMBER: _ClassVar[int]
    AUDITORS_FIELD_NUMBER: _ClassVar[int]
    ATTESTORS_FIELD_NUMBER: _ClassVar[int]
    JURORS_FIELD_NUMBER: _ClassVar[int]
    APPEALS_MAX_FIELD_NUMBER: _ClassVar[int]
    AUDIT_BPS_MIN_FIELD_NUMBER: _ClassVar[int]
    AUDIT_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    PENALTY_BPS_FIELD_NUMBER: _ClassVar[int]
    CANARY_PENALTY_BPS_FIELD_NUMBER: _ClassVar[int]
    CANARY_SHARE_BPS_FIELD_NUMBER: _ClassVar[int]
    JACKPOT_BPS_FIELD_NUMBER: _ClassVar[int]
    WINNER_BPS_FIELD_NUMBER: _ClassVar[int]
    VOTERS_BPS_FIELD_NUMBER: _ClassVar[int]
    BURN_BPS_FIELD_NUMBER: _ClassVar[int]
    OPEN_CASES_MAX_FIELD_NUMBER: _ClassVar[int]
    MEMBER_BOND_WEI_MIN_FIELD_NUMBER: _ClassVar[int]
    SEAT_STAKE_WEI_FIELD_NUMBER: _ClassVar[int]
    UNBONDING_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    RETRY_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    MEMBER_POLICY_FIELD_NUMBER: _ClassVar[int]
    draw_blocks: str
    reveal_blocks: str
    challenge_blocks: str
    respond_blocks: str
    evidence_blocks: str
    vote_blocks: str
    open_blocks: str
    clock_blocks: str
    bond_bps: int
    bond_wei_min: str
    appeal_bond_bps: int
    seat_fee_wei: str
    replica_bps: int
    auditors: str
    attestors: str
    jurors: str
    appeals_max: str
    audit_bps_min: int
    audit_bps_max: int
    penalty_bps: int
    canary_penalty_bps: int
    canary_share_bps: int
    jackpot_bps: int
    winner_bps: int
    voters_bps: int
    burn_bps: int
    open_cases_max: str
    member_bond_wei_min: str
    seat_stake_wei: str
    unbonding_blocks: str
    retry_blocks: str
    member_policy: str
    def __init__(self, draw_blocks: _Optional[str] = ..., reveal_blocks: _Optional[str] = ..., challenge_blocks: _Optional[str] = ..., respond_blocks: _Optional[str] = ..., evidence_blocks: _Optional[str] = ..., vote_blocks: _Optional[str] = ..., open_blocks: _Optional[str] = ..., clock_blocks: _Optional[str] = ..., bond_bps: _Optional[int] = ..., bond_wei_min: _Optional[str] = ..., appeal_bond_bps: _Optional[int] = ..., seat_fee_wei: _Optional[str] = ..., replica_bps: _Optional[int] = ..., auditors: _Optional[str] = ..., attestors: _Optional[str] = ..., jurors: _Optional[str] = ..., appeals_max: _Optional[str] = ..., audit_bps_min: _Optional[int] = ..., audit_bps_max: _Optional[int] = ..., penalty_bps: _Optional[int] = ..., canary_penalty_bps: _Optional[int] = ..., canary_share_bps: _Optional[int] = ..., jackpot_bps: _Optional[int] = ..., winner_bps: _Optional[int] = ..., voters_bps: _Optional[int] = ..., burn_bps: _Optional[int] = ..., open_cases_max: _Optional[str] = ..., member_bond_wei_min: _Optional[str] = ..., seat_stake_wei: _Optional[str] = ..., unbonding_blocks: _Optional[str] = ..., retry_blocks: _Optional[str] = ..., member_policy: _Optional[str] = ...) -> None: ...

class ClaimTerms(_message.Message):
    __slots__ = ("level", "copies", "profile", "tolerance", "program", "canary")
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    COPIES_FIELD_NUMBER: _ClassVar[int]
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    TOLERANCE_FIELD_NUMBER: _ClassVar[int]
    PROGRAM_FIELD_NUMBER: _ClassVar[int]
    CANARY_FIELD_NUMBER: _ClassVar[int]
    level: Level
    copies: str
    profile: bytes
    tolerance: str
    program: bytes
    canary: bytes
    def __init__(self, level: _Optional[_Union[Level, str]] = ..., copies: _Optional[str] = ..., profile: _Optional[bytes] = ..., tolerance: _Optional[str] = ..., program: _Optional[bytes] = ..., canary: _Optional[bytes] = ...) -> None: ...

class Claim(_message.Message):
    __slots__ = ("kind", "asker", "subject", "worker", "payer", "seal", "terms", "value_wei", "rules", "opened")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ASKER_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    WORKER_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    SEAL_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    OPENED_FIELD_NUMBER: _ClassVar[int]
    kind: Kind
    asker: str
    subject: str
    worker: str
    payer: str
    seal: bytes
    terms: ClaimTerms
    value_wei: str
    rules: str
    opened: int
    def __init__(self, kind: _Optional[_Union[Kind, str]] = ..., asker: _Optional[str] = ..., subject: _Optional[str] = ..., worker: _Optional[str] = ..., payer: _Optional[str] = ..., seal: _Optional[bytes] = ..., terms: _Optional[_Union[ClaimTerms, _Mapping]] = ..., value_wei: _Optional[str] = ..., rules: _Optional[str] = ..., opened: _Optional[int] = ...) -> None: ...

class Progress(_message.Message):
    __slots__ = ("state", "deadline", "outcome_bps", "level", "is_decided", "is_revealed", "is_canary", "is_disputed", "judged_bps", "rate_bps", "rounds", "executed", "attempts", "fee_wei", "paid_wei", "earlier", "paused_blocks", "steps", "digest", "trace_end")
    STATE_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_BPS_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    IS_DECIDED_FIELD_NUMBER: _ClassVar[int]
    IS_REVEALED_FIELD_NUMBER: _ClassVar[int]
    IS_CANARY_FIELD_NUMBER: _ClassVar[int]
    IS_DISPUTED_FIELD_NUMBER: _ClassVar[int]
    JUDGED_BPS_FIELD_NUMBER: _ClassVar[int]
    RATE_BPS_FIELD_NUMBER: _ClassVar[int]
    ROUNDS_FIELD_NUMBER: _ClassVar[int]
    EXECUTED_FIELD_NUMBER: _ClassVar[int]
    ATTEMPTS_FIELD_NUMBER: _ClassVar[int]
    FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    EARLIER_FIELD_NUMBER: _ClassVar[int]
    PAUSED_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    TRACE_END_FIELD_NUMBER: _ClassVar[int]
    state: ClaimState
    deadline: int
    outcome_bps: int
    level: Level
    is_decided: bool
    is_revealed: bool
    is_canary: bool
    is_disputed: bool
    judged_bps: int
    rate_bps: int
    rounds: str
    executed: str
    attempts: str
    fee_wei: str
    paid_wei: str
    earlier: str
    paused_blocks: str
    steps: str
    digest: bytes
    trace_end: bytes
    def __init__(self, state: _Optional[_Union[ClaimState, str]] = ..., deadline: _Optional[int] = ..., outcome_bps: _Optional[int] = ..., level: _Optional[_Union[Level, str]] = ..., is_decided: _Optional[bool] = ..., is_revealed: _Optional[bool] = ..., is_canary: _Optional[bool] = ..., is_disputed: _Optional[bool] = ..., judged_bps: _Optional[int] = ..., rate_bps: _Optional[int] = ..., rounds: _Optional[str] = ..., executed: _Optional[str] = ..., attempts: _Optional[str] = ..., fee_wei: _Optional[str] = ..., paid_wei: _Optional[str] = ..., earlier: _Optional[str] = ..., paused_blocks: _Optional[str] = ..., steps: _Optional[str] = ..., digest: _Optional[bytes] = ..., trace_end: _Optional[bytes] = ...) -> None: ...

class Moment(_message.Message):
    __slots__ = ("height", "state", "outcome_bps")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_BPS_FIELD_NUMBER: _ClassVar[int]
    height: int
    state: ClaimState
    outcome_bps: int
    def __init__(self, height: _Optional[int] = ..., state: _Optional[_Union[ClaimState, str]] = ..., outcome_bps: _Optional[int] = ...) -> None: ...

class Round(_message.Message):
    __slots__ = ("level", "size", "challenger", "side", "before_bps", "bond_wei", "respondent_wei", "fee_wei", "sealed", "opened", "against", "split", "worker", "choice", "digest", "is_redraw", "is_stalled", "is_canary")
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    CHALLENGER_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    BEFORE_BPS_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    RESPONDENT_WEI_FIELD_NUMBER: _ClassVar[int]
    FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    SEALED_FIELD_NUMBER: _ClassVar[int]
    OPENED_FIELD_NUMBER: _ClassVar[int]
    AGAINST_FIELD_NUMBER: _ClassVar[int]
    SPLIT_FIELD_NUMBER: _ClassVar[int]
    WORKER_FIELD_NUMBER: _ClassVar[int]
    CHOICE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    IS_REDRAW_FIELD_NUMBER: _ClassVar[int]
    IS_STALLED_FIELD_NUMBER: _ClassVar[int]
    IS_CANARY_FIELD_NUMBER: _ClassVar[int]
    level: Level
    size: str
    challenger: str
    side: Side
    before_bps: int
    bond_wei: str
    respondent_wei: str
    fee_wei: str
    sealed: str
    opened: str
    against: str
    split: str
    worker: str
    choice: Choice
    digest: bytes
    is_redraw: bool
    is_stalled: bool
    is_canary: bool
    def __init__(self, level: _Optional[_Union[Level, str]] = ..., size: _Optional[str] = ..., challenger: _Optional[str] = ..., side: _Optional[_Union[Side, str]] = ..., before_bps: _Optional[int] = ..., bond_wei: _Optional[str] = ..., respondent_wei: _Optional[str] = ..., fee_wei: _Optional[str] = ..., sealed: _Optional[str] = ..., opened: _Optional[str] = ..., against: _Optional[str] = ..., split: _Optional[str] = ..., worker: _Optional[str] = ..., choice: _Optional[_Union[Choice, str]] = ..., digest: _Optional[bytes] = ..., is_redraw: _Optional[bool] = ..., is_stalled: _Optional[bool] = ..., is_canary: _Optional[bool] = ...) -> None: ...

class Seat(_message.Message):
    __slots__ = ("voter", "is_opened", "choice", "stake_wei", "seal", "value")
    VOTER_FIELD_NUMBER: _ClassVar[int]
    IS_OPENED_FIELD_NUMBER: _ClassVar[int]
    CHOICE_FIELD_NUMBER: _ClassVar[int]
    STAKE_WEI_FIELD_NUMBER: _ClassVar[int]
    SEAL_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    voter: str
    is_opened: bool
    choice: Choice
    stake_wei: str
    seal: bytes
    value: str
    def __init__(self, voter: _Optional[str] = ..., is_opened: _Optional[bool] = ..., choice: _Optional[_Union[Choice, str]] = ..., stake_wei: _Optional[str] = ..., seal: _Optional[bytes] = ..., value: _Optional[str] = ...) -> None: ...

class Game(_message.Message):
    __slots__ = ("state", "low", "high", "low_hash", "high_hash", "middle_hash", "worker_left", "challenger_left", "turn_began")
    STATE_FIELD_NUMBER: _ClassVar[int]
    LOW_FIELD_NUMBER: _ClassVar[int]
    HIGH_FIELD_NUMBER: _ClassVar[int]
    LOW_HASH_FIELD_NUMBER: _ClassVar[int]
    HIGH_HASH_FIELD_NUMBER: _ClassVar[int]
    MIDDLE_HASH_FIELD_NUMBER: _ClassVar[int]
    WORKER_LEFT_FIELD_NUMBER: _ClassVar[int]
    CHALLENGER_LEFT_FIELD_NUMBER: _ClassVar[int]
    TURN_BEGAN_FIELD_NUMBER: _ClassVar[int]
    state: GameState
    low: str
    high: str
    low_hash: bytes
    high_hash: bytes
    middle_hash: bytes
    worker_left: str
    challenger_left: str
    turn_began: int
    def __init__(self, state: _Optional[_Union[GameState, str]] = ..., low: _Optional[str] = ..., high: _Optional[str] = ..., low_hash: _Optional[bytes] = ..., high_hash: _Optional[bytes] = ..., middle_hash: _Optional[bytes] = ..., worker_left: _Optional[str] = ..., challenger_left: _Optional[str] = ..., turn_began: _Optional[int] = ...) -> None: ...

class Evidence(_message.Message):
    __slots__ = ("author", "digest", "height")
    AUTHOR_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    author: str
    digest: bytes
    height: int
    def __init__(self, author: _Optional[str] = ..., digest: _Optional[bytes] = ..., height: _Optional[int] = ...) -> None: ...

class Clocks(_message.Message):
    __slots__ = ("deadline_blocks", "worker_blocks", "challenger_blocks")
    DEADLINE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    WORKER_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    CHALLENGER_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    deadline_blocks: str
    worker_blocks: str
    challenger_blocks: str
    def __init__(self, deadline_blocks: _Optional[str] = ..., worker_blocks: _Optional[str] = ..., challenger_blocks: _Optional[str] = ...) -> None: ...

class Duty(_message.Message):
    __slots__ = ("claim", "round", "state", "deadline", "is_sealed", "is_opened")
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_FIELD_NUMBER: _ClassVar[int]
    IS_SEALED_FIELD_NUMBER: _ClassVar[int]
    IS_OPENED_FIELD_NUMBER: _ClassVar[int]
    claim: str
    round: str
    state: ClaimState
    deadline: int
    is_sealed: bool
    is_opened: bool
    def __init__(self, claim: _Optional[str] = ..., round: _Optional[str] = ..., state: _Optional[_Union[ClaimState, str]] = ..., deadline: _Optional[int] = ..., is_sealed: _Optional[bool] = ..., is_opened: _Optional[bool] = ...) -> None: ...

class Member(_message.Message):
    __slots__ = ("state", "bond_wei", "leaves", "duties")
    STATE_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    LEAVES_FIELD_NUMBER: _ClassVar[int]
    DUTIES_FIELD_NUMBER: _ClassVar[int]
    state: MemberState
    bond_wei: str
    leaves: int
    duties: str
    def __init__(self, state: _Optional[_Union[MemberState, str]] = ..., bond_wei: _Optional[str] = ..., leaves: _Optional[int] = ..., duties: _Optional[str] = ...) -> None: ...

class MemberStats(_message.Message):
    __slots__ = ("seats", "coherent", "incoherent", "missed", "lost_wei", "earned_wei")
    SEATS_FIELD_NUMBER: _ClassVar[int]
    COHERENT_FIELD_NUMBER: _ClassVar[int]
    INCOHERENT_FIELD_NUMBER: _ClassVar[int]
    MISSED_FIELD_NUMBER: _ClassVar[int]
    LOST_WEI_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    seats: str
    coherent: str
    incoherent: str
    missed: str
    lost_wei: str
    earned_wei: str
    def __init__(self, seats: _Optional[str] = ..., coherent: _Optional[str] = ..., incoherent: _Optional[str] = ..., missed: _Optional[str] = ..., lost_wei: _Optional[str] = ..., earned_wei: _Optional[str] = ...) -> None: ...

class WorkerStats(_message.Message):
    __slots__ = ("claims", "proven", "failed", "streak")
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    PROVEN_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    STREAK_FIELD_NUMBER: _ClassVar[int]
    claims: str
    proven: str
    failed: str
    streak: str
    def __init__(self, claims: _Optional[str] = ..., proven: _Optional[str] = ..., failed: _Optional[str] = ..., streak: _Optional[str] = ...) -> None: ...

class Totals(_message.Message):
    __slots__ = ("free_wei", "bonds_wei", "members_wei", "fees_wei", "canary_wei")
    FREE_WEI_FIELD_NUMBER: _ClassVar[int]
    BONDS_WEI_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_WEI_FIELD_NUMBER: _ClassVar[int]
    FEES_WEI_FIELD_NUMBER: _ClassVar[int]
    CANARY_WEI_FIELD_NUMBER: _ClassVar[int]
    free_wei: str
    bonds_wei: str
    members_wei: str
    fees_wei: str
    canary_wei: str
    def __init__(self, free_wei: _Optional[str] = ..., bonds_wei: _Optional[str] = ..., members_wei: _Optional[str] = ..., fees_wei: _Optional[str] = ..., canary_wei: _Optional[str] = ...) -> None: ...

class MachineState(_message.Message):
    __slots__ = ("code", "memory", "counter", "is_halted", "registers")
    CODE_FIELD_NUMBER: _ClassVar[int]
    MEMORY_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    IS_HALTED_FIELD_NUMBER: _ClassVar[int]
    REGISTERS_FIELD_NUMBER: _ClassVar[int]
    code: bytes
    memory: bytes
    counter: str
    is_halted: bool
    registers: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, code: _Optional[bytes] = ..., memory: _Optional[bytes] = ..., counter: _Optional[str] = ..., is_halted: _Optional[bool] = ..., registers: _Optional[_Iterable[str]] = ...) -> None: ...

class Witness(_message.Message):
    __slots__ = ("state", "instruction", "code_proof", "word", "memory_proof")
    STATE_FIELD_NUMBER: _ClassVar[int]
    INSTRUCTION_FIELD_NUMBER: _ClassVar[int]
    CODE_PROOF_FIELD_NUMBER: _ClassVar[int]
    WORD_FIELD_NUMBER: _ClassVar[int]
    MEMORY_PROOF_FIELD_NUMBER: _ClassVar[int]
    state: MachineState
    instruction: str
    code_proof: _containers.RepeatedScalarFieldContainer[bytes]
    word: str
    memory_proof: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, state: _Optional[_Union[MachineState, _Mapping]] = ..., instruction: _Optional[str] = ..., code_proof: _Optional[_Iterable[bytes]] = ..., word: _Optional[str] = ..., memory_proof: _Optional[_Iterable[bytes]] = ...) -> None: ...
