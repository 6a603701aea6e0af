from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    KIND_PARAMETERS: _ClassVar[Kind]
    KIND_TREASURY_SPEND: _ClassVar[Kind]
    KIND_TEXT: _ClassVar[Kind]
    KIND_CANCEL: _ClassVar[Kind]
    KIND_RESUME: _ClassVar[Kind]
    KIND_CALL: _ClassVar[Kind]

class Status(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STATUS_DEPOSIT: _ClassVar[Status]
    STATUS_VOTING: _ClassVar[Status]
    STATUS_TIMELOCK: _ClassVar[Status]
    STATUS_EXECUTED: _ClassVar[Status]
    STATUS_REJECTED: _ClassVar[Status]
    STATUS_VETOED: _ClassVar[Status]
    STATUS_FAILED_QUORUM: _ClassVar[Status]
    STATUS_FAILED: _ClassVar[Status]
    STATUS_CANCELLED: _ClassVar[Status]
    STATUS_EXPIRED: _ClassVar[Status]

class Option(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OPTION_YES: _ClassVar[Option]
    OPTION_NO: _ClassVar[Option]
    OPTION_ABSTAIN: _ClassVar[Option]
    OPTION_VETO: _ClassVar[Option]

class Scope(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SCOPE_NOW: _ClassVar[Scope]
    SCOPE_NEW_ONLY: _ClassVar[Scope]
    SCOPE_NEXT_EPOCH: _ClassVar[Scope]
KIND_PARAMETERS: Kind
KIND_TREASURY_SPEND: Kind
KIND_TEXT: Kind
KIND_CANCEL: Kind
KIND_RESUME: Kind
KIND_CALL: Kind
STATUS_DEPOSIT: Status
STATUS_VOTING: Status
STATUS_TIMELOCK: Status
STATUS_EXECUTED: Status
STATUS_REJECTED: Status
STATUS_VETOED: Status
STATUS_FAILED_QUORUM: Status
STATUS_FAILED: Status
STATUS_CANCELLED: Status
STATUS_EXPIRED: Status
OPTION_YES: Option
OPTION_NO: Option
OPTION_ABSTAIN: Option
OPTION_VETO: Option
SCOPE_NOW: Scope
SCOPE_NEW_ONLY: Scope
SCOPE_NEXT_EPOCH: Scope

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
    result: GovernanceParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[GovernanceParams, _Mapping]] = ...) -> None: ...

class ProposalCountRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ProposalCountResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ProposalRequest(_message.Message):
    __slots__ = ("at_height", "id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    id: str
    def __init__(self, at_height: _Optional[int] = ..., id: _Optional[str] = ...) -> None: ...

class ProposalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Proposal
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Proposal, _Mapping]] = ...) -> None: ...

class ProposalsRequest(_message.Message):
    __slots__ = ("at_height", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ProposalsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Proposal]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Proposal, _Mapping]]] = ...) -> None: ...

class ProposalParamsRequest(_message.Message):
    __slots__ = ("at_height", "id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    id: str
    def __init__(self, at_height: _Optional[int] = ..., id: _Optional[str] = ...) -> None: ...

class ProposalParamsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: GovernanceParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[GovernanceParams, _Mapping]] = ...) -> None: ...

class TallyRequest(_message.Message):
    __slots__ = ("at_height", "id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    id: str
    def __init__(self, at_height: _Optional[int] = ..., id: _Optional[str] = ...) -> None: ...

class TallyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Tally
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Tally, _Mapping]] = ...) -> None: ...

class VoteOfRequest(_message.Message):
    __slots__ = ("at_height", "id", "voter")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    VOTER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    id: str
    voter: str
    def __init__(self, at_height: _Optional[int] = ..., id: _Optional[str] = ..., voter: _Optional[str] = ...) -> None: ...

class VoteOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Ballot
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Ballot, _Mapping]] = ...) -> None: ...

class VotesRequest(_message.Message):
    __slots__ = ("at_height", "id", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    id: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., id: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class VotesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[VoterBallot]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[VoterBallot, _Mapping]]] = ...) -> None: ...

class DefaultPowerRequest(_message.Message):
    __slots__ = ("at_height", "id", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    id: str
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., id: _Optional[str] = ..., validator: _Optional[str] = ...) -> None: ...

class DefaultPowerResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DepositsOfRequest(_message.Message):
    __slots__ = ("at_height", "id")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    id: str
    def __init__(self, at_height: _Optional[int] = ..., id: _Optional[str] = ...) -> None: ...

class DepositsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Deposit]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Deposit, _Mapping]]] = ...) -> None: ...

class ParameterRequest(_message.Message):
    __slots__ = ("at_height", "name")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    name: str
    def __init__(self, at_height: _Optional[int] = ..., name: _Optional[str] = ...) -> None: ...

class ParameterResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Parameter
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Parameter, _Mapping]] = ...) -> None: ...

class ParametersRequest(_message.Message):
    __slots__ = ("at_height", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ParametersResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Parameter]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Parameter, _Mapping]]] = ...) -> None: ...

class HistoryRequest(_message.Message):
    __slots__ = ("at_height", "parameter", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    PARAMETER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    parameter: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., parameter: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class HistoryResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[HistoryEntry]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[HistoryEntry, _Mapping]]] = ...) -> None: ...

class PendingChangesRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class PendingChangesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[PendingChange]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[PendingChange, _Mapping]]] = ...) -> None: ...

class PreviewRequest(_message.Message):
    __slots__ = ("at_height", "changes")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    changes: _containers.RepeatedCompositeFieldContainer[ParameterChange]
    def __init__(self, at_height: _Optional[int] = ..., changes: _Optional[_Iterable[_Union[ParameterChange, _Mapping]]] = ...) -> None: ...

class PreviewResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class MsgSubmitParameters(_message.Message):
    __slots__ = ("envelope", "title", "summary", "changes")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    title: str
    summary: str
    changes: _containers.RepeatedCompositeFieldContainer[ParameterChange]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., title: _Optional[str] = ..., summary: _Optional[str] = ..., changes: _Optional[_Iterable[_Union[ParameterChange, _Mapping]]] = ...) -> None: ...

class MsgSubmitParametersResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgSubmitSpend(_message.Message):
    __slots__ = ("envelope", "title", "summary", "recipient", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    title: str
    summary: str
    recipient: str
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., title: _Optional[str] = ..., summary: _Optional[str] = ..., recipient: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgSubmitSpendResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgSubmitText(_message.Message):
    __slots__ = ("envelope", "title", "summary")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    title: str
    summary: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., title: _Optional[str] = ..., summary: _Optional[str] = ...) -> None: ...

class MsgSubmitTextResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgSubmitCancel(_message.Message):
    __slots__ = ("envelope", "title", "summary", "target_id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    title: str
    summary: str
    target_id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., title: _Optional[str] = ..., summary: _Optional[str] = ..., target_id: _Optional[str] = ...) -> None: ...

class MsgSubmitCancelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgSubmitResume(_message.Message):
    __slots__ = ("envelope", "title", "summary", "module")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    title: str
    summary: str
    module: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., title: _Optional[str] = ..., summary: _Optional[str] = ..., module: _Optional[str] = ...) -> None: ...

class MsgSubmitResumeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgSubmitCall(_message.Message):
    __slots__ = ("envelope", "title", "summary", "module", "call_data")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    CALL_DATA_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    title: str
    summary: str
    module: str
    call_data: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., title: _Optional[str] = ..., summary: _Optional[str] = ..., module: _Optional[str] = ..., call_data: _Optional[bytes] = ...) -> None: ...

class MsgSubmitCallResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgDeposit(_message.Message):
    __slots__ = ("envelope", "id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class MsgDepositResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgVote(_message.Message):
    __slots__ = ("envelope", "id", "option")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    OPTION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    id: str
    option: Option
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., id: _Optional[str] = ..., option: _Optional[_Union[Option, str]] = ...) -> None: ...

class MsgVoteResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgVoteWeighted(_message.Message):
    __slots__ = ("envelope", "id", "options")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    id: str
    options: _containers.RepeatedCompositeFieldContainer[WeightedOption]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., id: _Optional[str] = ..., options: _Optional[_Iterable[_Union[WeightedOption, _Mapping]]] = ...) -> None: ...

class MsgVoteWeightedResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgCancel(_message.Message):
    __slots__ = ("envelope", "id")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    id: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., id: _Optional[str] = ...) -> None: ...

class MsgCancelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class GovernanceParams(_message.Message):
    __slots__ = ("deposit_wei_min", "initial_deposit_bps", "deposit_period_s", "voting_period_s", "timelock_s", "execution_grace_s", "quorum_bps", "threshold_bps", "veto_bps", "expired_burn_bps", "cancel_burn_bps", "epoch_blocks", "guardian")
    DEPOSIT_WEI_MIN_FIELD_NUMBER: _ClassVar[int]
    INITIAL_DEPOSIT_BPS_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    VOTING_PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    TIMELOCK_S_FIELD_NUMBER: _ClassVar[int]
    EXECUTION_GRACE_S_FIELD_NUMBER: _ClassVar[int]
    QUORUM_BPS_FIELD_NUMBER: _ClassVar[int]
    THRESHOLD_BPS_FIELD_NUMBER: _ClassVar[int]
    VETO_BPS_FIELD_NUMBER: _ClassVar[int]
    EXPIRED_BURN_BPS_FIELD_NUMBER: _ClassVar[int]
    CANCEL_BURN_BPS_FIELD_NUMBER: _ClassVar[int]
    EPOCH_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    GUARDIAN_FIELD_NUMBER: _ClassVar[int]
    deposit_wei_min: str
    initial_deposit_bps: int
    deposit_period_s: int
    voting_period_s: int
    timelock_s: int
    execution_grace_s: int
    quorum_bps: int
    threshold_bps: int
    veto_bps: int
    expired_burn_bps: int
    cancel_burn_bps: int
    epoch_blocks: str
    guardian: str
    def __init__(self, deposit_wei_min: _Optional[str] = ..., initial_deposit_bps: _Optional[int] = ..., deposit_period_s: _Optional[int] = ..., voting_period_s: _Optional[int] = ..., timelock_s: _Optional[int] = ..., execution_grace_s: _Optional[int] = ..., quorum_bps: _Optional[int] = ..., threshold_bps: _Optional[int] = ..., veto_bps: _Optional[int] = ..., expired_burn_bps: _Optional[int] = ..., cancel_burn_bps: _Optional[int] = ..., epoch_blocks: _Optional[str] = ..., guardian: _Optional[str] = ...) -> None: ...

class ParameterChange(_message.Message):
    __slots__ = ("parameter", "expected", "value")
    PARAMETER_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    parameter: str
    expected: str
    value: str
    def __init__(self, parameter: _Optional[str] = ..., expected: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class Tally(_message.Message):
    __slots__ = ("yes_wei", "no_wei", "abstain_wei", "veto_wei")
    YES_WEI_FIELD_NUMBER: _ClassVar[int]
    NO_WEI_FIELD_NUMBER: _ClassVar[int]
    ABSTAIN_WEI_FIELD_NUMBER: _ClassVar[int]
    VETO_WEI_FIELD_NUMBER: _ClassVar[int]
    yes_wei: str
    no_wei: str
    abstain_wei: str
    veto_wei: str
    def __init__(self, yes_wei: _Optional[str] = ..., no_wei: _Optional[str] = ..., abstain_wei: _Optional[str] = ..., veto_wei: _Optional[str] = ...) -> None: ...

class Proposal(_message.Message):
    __slots__ = ("id", "kind", "status", "proposer", "title", "summary", "changes", "recipient", "amount_wei", "target_id", "module", "deposit_wei", "deposit_wei_min", "submitted_s", "deposit_end_s", "voting_start_s", "voting_end_s", "timelock_end_s", "closed_s", "snapshot_height", "total_power_wei", "tally", "reason", "call_data")
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PROPOSER_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_WEI_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_WEI_MIN_FIELD_NUMBER: _ClassVar[int]
    SUBMITTED_S_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_END_S_FIELD_NUMBER: _ClassVar[int]
    VOTING_START_S_FIELD_NUMBER: _ClassVar[int]
    VOTING_END_S_FIELD_NUMBER: _ClassVar[int]
    TIMELOCK_END_S_FIELD_NUMBER: _ClassVar[int]
    CLOSED_S_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_POWER_WEI_FIELD_NUMBER: _ClassVar[int]
    TALLY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CALL_DATA_FIELD_NUMBER: _ClassVar[int]
    id: str
    kind: Kind
    status: Status
    proposer: str
    title: str
    summary: str
    changes: _containers.RepeatedCompositeFieldContainer[ParameterChange]
    recipient: str
    amount_wei: str
    target_id: str
    module: str
    deposit_wei: str
    deposit_wei_min: str
    submitted_s: int
    deposit_end_s: int
    voting_start_s: int
    voting_end_s: int
    timelock_end_s: int
    closed_s: int
    snapshot_height: int
    total_power_wei: str
    tally: Tally
    reason: str
    call_data: bytes
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[_Union[Kind, str]] = ..., status: _Optional[_Union[Status, str]] = ..., proposer: _Optional[str] = ..., title: _Optional[str] = ..., summary: _Optional[str] = ..., changes: _Optional[_Iterable[_Union[ParameterChange, _Mapping]]] = ..., recipient: _Optional[str] = ..., amount_wei: _Optional[str] = ..., target_id: _Optional[str] = ..., module: _Optional[str] = ..., deposit_wei: _Optional[str] = ..., deposit_wei_min: _Optional[str] = ..., submitted_s: _Optional[int] = ..., deposit_end_s: _Optional[int] = ..., voting_start_s: _Optional[int] = ..., voting_end_s: _Optional[int] = ..., timelock_end_s: _Optional[int] = ..., closed_s: _Optional[int] = ..., snapshot_height: _Optional[int] = ..., total_power_wei: _Optional[str] = ..., tally: _Optional[_Union[Tally, _Mapping]] = ..., reason: _Optional[str] = ..., call_data: _Optional[bytes] = ...) -> None: ...

class WeightedOption(_message.Message):
    __slots__ = ("option", "weight_bps")
    OPTION_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_BPS_FIELD_NUMBER: _ClassVar[int]
    option: Option
    weight_bps: int
    def __init__(self, option: _Optional[_Union[Option, str]] = ..., weight_bps: _Optional[int] = ...) -> None: ...

class Ballot(_message.Message):
    __slots__ = ("power_wei", "options")
    POWER_WEI_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    power_wei: str
    options: _containers.RepeatedCompositeFieldContainer[WeightedOption]
    def __init__(self, power_wei: _Optional[str] = ..., options: _Optional[_Iterable[_Union[WeightedOption, _Mapping]]] = ...) -> None: ...

class VoterBallot(_message.Message):
    __slots__ = ("voter", "power_wei", "options")
    VOTER_FIELD_NUMBER: _ClassVar[int]
    POWER_WEI_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    voter: str
    power_wei: str
    options: _containers.RepeatedCompositeFieldContainer[WeightedOption]
    def __init__(self, voter: _Optional[str] = ..., power_wei: _Optional[str] = ..., options: _Optional[_Iterable[_Union[WeightedOption, _Mapping]]] = ...) -> None: ...

class Deposit(_message.Message):
    __slots__ = ("depositor", "amount_wei")
    DEPOSITOR_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    depositor: str
    amount_wei: str
    def __init__(self, depositor: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class Parameter(_message.Message):
    __slots__ = ("name", "value", "minimum", "maximum", "step", "cooldown_s", "scope", "changed_at_s", "doc")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    COOLDOWN_S_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    CHANGED_AT_S_FIELD_NUMBER: _ClassVar[int]
    DOC_FIELD_NUMBER: _ClassVar[int]
    name: str
    value: str
    minimum: str
    maximum: str
    step: str
    cooldown_s: int
    scope: Scope
    changed_at_s: int
    doc: str
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ..., minimum: _Optional[str] = ..., maximum: _Optional[str] = ..., step: _Optional[str] = ..., cooldown_s: _Optional[int] = ..., scope: _Optional[_Union[Scope, str]] = ..., changed_at_s: _Optional[int] = ..., doc: _Optional[str] = ...) -> None: ...

class HistoryEntry(_message.Message):
    __slots__ = ("height", "time_s", "proposal_id", "old", "new")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TIME_S_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    OLD_FIELD_NUMBER: _ClassVar[int]
    NEW_FIELD_NUMBER: _ClassVar[int]
    height: int
    time_s: int
    proposal_id: str
    old: str
    new: str
    def __init__(self, height: _Optional[int] = ..., time_s: _Optional[int] = ..., proposal_id: _Optional[str] = ..., old: _Optional[str] = ..., new: _Optional[str] = ...) -> None: ...

class PendingChange(_message.Message):
    __slots__ = ("parameter", "proposal_id", "effective_height", "expected", "value")
    PARAMETER_FIELD_NUMBER: _ClassVar[int]
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    parameter: str
    proposal_id: str
    effective_height: int
    expected: str
    value: str
    def __init__(self, parameter: _Optional[str] = ..., proposal_id: _Optional[str] = ..., effective_height: _Optional[int] = ..., expected: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
