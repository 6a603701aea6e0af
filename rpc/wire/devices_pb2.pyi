from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DeviceClass(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DEVICE_CLASS_GPU: _ClassVar[DeviceClass]
    DEVICE_CLASS_EDGE_COMPUTE: _ClassVar[DeviceClass]
    DEVICE_CLASS_BANDWIDTH: _ClassVar[DeviceClass]
    DEVICE_CLASS_STORAGE: _ClassVar[DeviceClass]
    DEVICE_CLASS_SENSOR: _ClassVar[DeviceClass]

class Status(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STATUS_NOTHING: _ClassVar[Status]
    STATUS_REGISTERED: _ClassVar[Status]
    STATUS_PROBATION: _ClassVar[Status]
    STATUS_ACTIVE: _ClassVar[Status]
    STATUS_DEGRADED: _ClassVar[Status]
    STATUS_OFFLINE: _ClassVar[Status]
    STATUS_MAINTENANCE: _ClassVar[Status]
    STATUS_SUSPECTED: _ClassVar[Status]
    STATUS_RETIRING: _ClassVar[Status]
    STATUS_RETIRED: _ClassVar[Status]
    STATUS_BANNED: _ClassVar[Status]

class ChallengeStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHALLENGE_STATUS_NOTHING: _ClassVar[ChallengeStatus]
    CHALLENGE_STATUS_DRAWN: _ClassVar[ChallengeStatus]
    CHALLENGE_STATUS_ANSWERED: _ClassVar[ChallengeStatus]
    CHALLENGE_STATUS_PASSED: _ClassVar[ChallengeStatus]
    CHALLENGE_STATUS_DENIED: _ClassVar[ChallengeStatus]
    CHALLENGE_STATUS_MISSED: _ClassVar[ChallengeStatus]

class PenaltyStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PENALTY_STATUS_NOTHING: _ClassVar[PenaltyStatus]
    PENALTY_STATUS_PENDING: _ClassVar[PenaltyStatus]
    PENALTY_STATUS_APPEALED: _ClassVar[PenaltyStatus]
    PENALTY_STATUS_EXECUTED: _ClassVar[PenaltyStatus]
    PENALTY_STATUS_LIFTED: _ClassVar[PenaltyStatus]

class Reason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REASON_OFFLINE: _ClassVar[Reason]
    REASON_UNREACHABLE: _ClassVar[Reason]
    REASON_UNSERVED: _ClassVar[Reason]
    REASON_FRAUD: _ClassVar[Reason]

class CaseStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CASE_STATUS_NOTHING: _ClassVar[CaseStatus]
    CASE_STATUS_OPEN: _ClassVar[CaseStatus]
    CASE_STATUS_CLEARED: _ClassVar[CaseStatus]
    CASE_STATUS_CONVICTED: _ClassVar[CaseStatus]
    CASE_STATUS_LAPSED: _ClassVar[CaseStatus]

class Suspicion(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SUSPICION_LOCATION_CLASH: _ClassVar[Suspicion]
    SUSPICION_CLONE_KEY: _ClassVar[Suspicion]
    SUSPICION_SIBLING_FARM: _ClassVar[Suspicion]
DEVICE_CLASS_GPU: DeviceClass
DEVICE_CLASS_EDGE_COMPUTE: DeviceClass
DEVICE_CLASS_BANDWIDTH: DeviceClass
DEVICE_CLASS_STORAGE: DeviceClass
DEVICE_CLASS_SENSOR: DeviceClass
STATUS_NOTHING: Status
STATUS_REGISTERED: Status
STATUS_PROBATION: Status
STATUS_ACTIVE: Status
STATUS_DEGRADED: Status
STATUS_OFFLINE: Status
STATUS_MAINTENANCE: Status
STATUS_SUSPECTED: Status
STATUS_RETIRING: Status
STATUS_RETIRED: Status
STATUS_BANNED: Status
CHALLENGE_STATUS_NOTHING: ChallengeStatus
CHALLENGE_STATUS_DRAWN: ChallengeStatus
CHALLENGE_STATUS_ANSWERED: ChallengeStatus
CHALLENGE_STATUS_PASSED: ChallengeStatus
CHALLENGE_STATUS_DENIED: ChallengeStatus
CHALLENGE_STATUS_MISSED: ChallengeStatus
PENALTY_STATUS_NOTHING: PenaltyStatus
PENALTY_STATUS_PENDING: PenaltyStatus
PENALTY_STATUS_APPEALED: PenaltyStatus
PENALTY_STATUS_EXECUTED: PenaltyStatus
PENALTY_STATUS_LIFTED: PenaltyStatus
REASON_OFFLINE: Reason
REASON_UNREACHABLE: Reason
REASON_UNSERVED: Reason
REASON_FRAUD: Reason
CASE_STATUS_NOTHING: CaseStatus
CASE_STATUS_OPEN: CaseStatus
CASE_STATUS_CLEARED: CaseStatus
CASE_STATUS_CONVICTED: CaseStatus
CASE_STATUS_LAPSED: CaseStatus
SUSPICION_LOCATION_CLASH: Suspicion
SUSPICION_CLONE_KEY: Suspicion
SUSPICION_SIBLING_FARM: Suspicion

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
    result: DevicesParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[DevicesParams, _Mapping]] = ...) -> None: ...

class DeviceRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class DeviceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: DeviceInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[DeviceInfo, _Mapping]] = ...) -> None: ...

class DeviceByKeyRequest(_message.Message):
    __slots__ = ("at_height", "key")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    key: str
    def __init__(self, at_height: _Optional[int] = ..., key: _Optional[str] = ...) -> None: ...

class DeviceByKeyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DevicesOfRequest(_message.Message):
    __slots__ = ("at_height", "owner", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    owner: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., owner: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class DevicesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class BondedDevicesRequest(_message.Message):
    __slots__ = ("at_height", "first", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    first: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., first: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class BondedDevicesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class UptimeRequest(_message.Message):
    __slots__ = ("at_height", "device")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    device: str
    def __init__(self, at_height: _Optional[int] = ..., device: _Optional[str] = ...) -> None: ...

class UptimeResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Tally
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Tally, _Mapping]] = ...) -> None: ...

class NextBeatRequest(_message.Message):
    __slots__ = ("at_height", "device")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    device: str
    def __init__(self, at_height: _Optional[int] = ..., device: _Optional[str] = ...) -> None: ...

class NextBeatResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: NextBeat
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[NextBeat, _Mapping]] = ...) -> None: ...

class CurrentEpochRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class CurrentEpochResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Epoch
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Epoch, _Mapping]] = ...) -> None: ...

class EpochReportRequest(_message.Message):
    __slots__ = ("at_height", "epoch")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    epoch: str
    def __init__(self, at_height: _Optional[int] = ..., epoch: _Optional[str] = ...) -> None: ...

class EpochReportResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: EpochReport
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[EpochReport, _Mapping]] = ...) -> None: ...

class EscrowedRequest(_message.Message):
    __slots__ = ("at_height", "device")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    device: str
    def __init__(self, at_height: _Optional[int] = ..., device: _Optional[str] = ...) -> None: ...

class EscrowedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TranchesOfRequest(_message.Message):
    __slots__ = ("at_height", "device")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    device: str
    def __init__(self, at_height: _Optional[int] = ..., device: _Optional[str] = ...) -> None: ...

class TranchesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Tranche]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Tranche, _Mapping]]] = ...) -> None: ...

class ClaimableRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class ClaimableResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ClassUtilisationRequest(_message.Message):
    __slots__ = ("at_height", "kind")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    kind: DeviceClass
    def __init__(self, at_height: _Optional[int] = ..., kind: _Optional[_Union[DeviceClass, str]] = ...) -> None: ...

class ClassUtilisationResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: ClassInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[ClassInfo, _Mapping]] = ...) -> None: ...

class RequiredBondRequest(_message.Message):
    __slots__ = ("at_height", "kind", "capacity")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    kind: DeviceClass
    capacity: str
    def __init__(self, at_height: _Optional[int] = ..., kind: _Optional[_Union[DeviceClass, str]] = ..., capacity: _Optional[str] = ...) -> None: ...

class RequiredBondResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DevicesInRequest(_message.Message):
    __slots__ = ("at_height", "kind", "cell")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CELL_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    kind: DeviceClass
    cell: str
    def __init__(self, at_height: _Optional[int] = ..., kind: _Optional[_Union[DeviceClass, str]] = ..., cell: _Optional[str] = ...) -> None: ...

class DevicesInResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class ChallengeRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class ChallengeResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Challenge
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Challenge, _Mapping]] = ...) -> None: ...

class OpenChallengeRequest(_message.Message):
    __slots__ = ("at_height", "device")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    device: str
    def __init__(self, at_height: _Optional[int] = ..., device: _Optional[str] = ...) -> None: ...

class OpenChallengeResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class PenaltyRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class PenaltyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Penalty
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Penalty, _Mapping]] = ...) -> None: ...

class SlashHistoryRequest(_message.Message):
    __slots__ = ("at_height", "device", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    device: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., device: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class SlashHistoryResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Penalty]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Penalty, _Mapping]]] = ...) -> None: ...

class CaseRecordRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class CaseRecordResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Case
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Case, _Mapping]] = ...) -> None: ...

class ReceiptRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class ReceiptResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Receipt
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Receipt, _Mapping]] = ...) -> None: ...

class MaintenanceOfRequest(_message.Message):
    __slots__ = ("at_height", "device")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    device: str
    def __init__(self, at_height: _Optional[int] = ..., device: _Optional[str] = ...) -> None: ...

class MaintenanceOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Maintenance
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Maintenance, _Mapping]] = ...) -> None: ...

class KeyNonceRequest(_message.Message):
    __slots__ = ("at_height", "key")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    key: str
    def __init__(self, at_height: _Optional[int] = ..., key: _Optional[str] = ...) -> None: ...

class KeyNonceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class RegistrationDigestRequest(_message.Message):
    __slots__ = ("at_height", "application")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    application: Application
    def __init__(self, at_height: _Optional[int] = ..., application: _Optional[_Union[Application, _Mapping]] = ...) -> None: ...

class RegistrationDigestResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bytes
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bytes] = ...) -> None: ...

class MsgRegister(_message.Message):
    __slots__ = ("envelope", "application", "signature", "attestation")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    ATTESTATION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    application: Application
    signature: bytes
    attestation: Attestation
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., application: _Optional[_Union[Application, _Mapping]] = ..., signature: _Optional[bytes] = ..., attestation: _Optional[_Union[Attestation, _Mapping]] = ...) -> None: ...

class MsgRegisterResponse(_message.Message):
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

class MsgBond(_message.Message):
    __slots__ = ("envelope", "device")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ...) -> None: ...

class MsgBondResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgTopUp(_message.Message):
    __slots__ = ("envelope", "device")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ...) -> None: ...

class MsgTopUpResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSetPrice(_message.Message):
    __slots__ = ("envelope", "device", "price_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    price_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ..., price_wei: _Optional[str] = ...) -> None: ...

class MsgSetPriceResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgBeat(_message.Message):
    __slots__ = ("envelope", "signed")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    signed: _containers.RepeatedCompositeFieldContainer[SignedBeat]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., signed: _Optional[_Iterable[_Union[SignedBeat, _Mapping]]] = ...) -> None: ...

class MsgBeatResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPostRoot(_message.Message):
    __slots__ = ("envelope", "epoch", "window", "root")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    WINDOW_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    epoch: str
    window: str
    root: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., epoch: _Optional[str] = ..., window: _Optional[str] = ..., root: _Optional[bytes] = ...) -> None: ...

class MsgPostRootResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgProveBeats(_message.Message):
    __slots__ = ("envelope", "gateway", "proofs")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    GATEWAY_FIELD_NUMBER: _ClassVar[int]
    PROOFS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    gateway: str
    proofs: _containers.RepeatedCompositeFieldContainer[ProvenBeat]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., gateway: _Optional[str] = ..., proofs: _Optional[_Iterable[_Union[ProvenBeat, _Mapping]]] = ...) -> None: ...

class MsgProveBeatsResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPayForService(_message.Message):
    __slots__ = ("envelope", "device", "units")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    units: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ..., units: _Optional[str] = ...) -> None: ...

class MsgPayForServiceResponse(_message.Message):
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

class MsgReportUnserved(_message.Message):
    __slots__ = ("envelope", "receipt", "windows", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    WINDOWS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    receipt: str
    windows: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., receipt: _Optional[str] = ..., windows: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgReportUnservedResponse(_message.Message):
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

class MsgAnswerChallenge(_message.Message):
    __slots__ = ("envelope", "challenge", "response", "signature")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    challenge: str
    response: bytes
    signature: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., challenge: _Optional[str] = ..., response: _Optional[bytes] = ..., signature: _Optional[bytes] = ...) -> None: ...

class MsgAnswerChallengeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAttest(_message.Message):
    __slots__ = ("envelope", "challenge", "is_reachable")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    IS_REACHABLE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    challenge: str
    is_reachable: bool
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., challenge: _Optional[str] = ..., is_reachable: _Optional[bool] = ...) -> None: ...

class MsgAttestResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDeclareMaintenance(_message.Message):
    __slots__ = ("envelope", "device", "starts_at", "blocks")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    BLOCKS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    starts_at: int
    blocks: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ..., starts_at: _Optional[int] = ..., blocks: _Optional[str] = ...) -> None: ...

class MsgDeclareMaintenanceResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgEndMaintenance(_message.Message):
    __slots__ = ("envelope", "device")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ...) -> None: ...

class MsgEndMaintenanceResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAppeal(_message.Message):
    __slots__ = ("envelope", "penalty", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    PENALTY_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    penalty: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., penalty: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgAppealResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSuspect(_message.Message):
    __slots__ = ("envelope", "device", "suspicion", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    SUSPICION_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    suspicion: Suspicion
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ..., suspicion: _Optional[_Union[Suspicion, str]] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgSuspectResponse(_message.Message):
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

class MsgTransfer(_message.Message):
    __slots__ = ("envelope", "device", "owner", "permission")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    owner: str
    permission: Permission
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ..., owner: _Optional[str] = ..., permission: _Optional[_Union[Permission, _Mapping]] = ...) -> None: ...

class MsgTransferResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRotateKey(_message.Message):
    __slots__ = ("envelope", "device", "key", "permission", "proof")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    key: str
    permission: Permission
    proof: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ..., key: _Optional[str] = ..., permission: _Optional[_Union[Permission, _Mapping]] = ..., proof: _Optional[bytes] = ...) -> None: ...

class MsgRotateKeyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRelocate(_message.Message):
    __slots__ = ("envelope", "device", "cell", "permission")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    CELL_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    cell: str
    permission: Permission
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ..., cell: _Optional[str] = ..., permission: _Optional[_Union[Permission, _Mapping]] = ...) -> None: ...

class MsgRelocateResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRetire(_message.Message):
    __slots__ = ("envelope", "device")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ...) -> None: ...

class MsgRetireResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSettle(_message.Message):
    __slots__ = ("envelope", "device")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    device: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., device: _Optional[str] = ...) -> None: ...

class MsgSettleResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgClaim(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgClaimResponse(_message.Message):
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

class DevicesParams(_message.Message):
    __slots__ = ("gpu_bond_wei", "gpu_weight_bps", "gpu_capacity_max", "gpu_cell_max", "gpu_attested", "edge_bond_wei", "edge_weight_bps", "edge_capacity_max", "edge_cell_max", "edge_attested", "bandwidth_bond_wei", "bandwidth_weight_bps", "bandwidth_capacity_max", "bandwidth_cell_max", "bandwidth_attested", "storage_bond_wei", "storage_weight_bps", "storage_capacity_max", "storage_cell_max", "storage_attested", "sensor_bond_wei", "sensor_weight_bps", "sensor_capacity_max", "sensor_cell_max", "sensor_attested", "maker_1", "maker_2", "maker_3", "maker_4", "registration_fee_wei", "windows", "window_blocks", "proof_blocks", "degraded_below_bps", "offline_below_bps", "probation_epochs", "probation_epochs_max", "probation_challenges", "probation_weight_bps", "cool_up_epochs", "recovery_fee_bps", "challenge_interval_blocks", "challenges_per_draw", "verifiers", "response_blocks", "attest_blocks", "miss_weight", "maintenance_blocks_max", "maintenance_notice_blocks", "maintenance_year_blocks", "take_bps", "take_burn_bps", "beta_bps", "floor_wei", "epoch_wei_max", "escrow_epochs", "offline_slash_1_bps", "offline_slash_2_bps", "offline_slash_3_bps", "unreachable_slash_1_bps", "unreachable_slash_2_bps", "unreachable_slash_3_bps", "unserved_slash_1_bps", "unserved_slash_2_bps", "unserved_slash_3_bps", "long_after", "very_long_after", "harmed_bps", "verifiers_bps", "treasury_bps", "appeal_blocks", "case_blocks_max", "report_blocks", "unbonding_blocks", "bans_max", "entry_policy")
    GPU_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    GPU_WEIGHT_BPS_FIELD_NUMBER: _ClassVar[int]
    GPU_CAPACITY_MAX_FIELD_NUMBER: _ClassVar[int]
    GPU_CELL_MAX_FIELD_NUMBER: _ClassVar[int]
    GPU_ATTESTED_FIELD_NUMBER: _ClassVar[int]
    EDGE_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    EDGE_WEIGHT_BPS_FIELD_NUMBER: _ClassVar[int]
    EDGE_CAPACITY_MAX_FIELD_NUMBER: _ClassVar[int]
    EDGE_CELL_MAX_FIELD_NUMBER: _ClassVar[int]
    EDGE_ATTESTED_FIELD_NUMBER: _ClassVar[int]
    BANDWIDTH_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    BANDWIDTH_WEIGHT_BPS_FIELD_NUMBER: _ClassVar[int]
    BANDWIDTH_CAPACITY_MAX_FIELD_NUMBER: _ClassVar[int]
    BANDWIDTH_CELL_MAX_FIELD_NUMBER: _ClassVar[int]
    BANDWIDTH_ATTESTED_FIELD_NUMBER: _ClassVar[int]
    STORAGE_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    STORAGE_WEIGHT_BPS_FIELD_NUMBER: _ClassVar[int]
    STORAGE_CAPACITY_MAX_FIELD_NUMBER: _ClassVar[int]
    STORAGE_CELL_MAX_FIELD_NUMBER: _ClassVar[int]
    STORAGE_ATTESTED_FIELD_NUMBER: _ClassVar[int]
    SENSOR_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    SENSOR_WEIGHT_BPS_FIELD_NUMBER: _ClassVar[int]
    SENSOR_CAPACITY_MAX_FIELD_NUMBER: _ClassVar[int]
    SENSOR_CELL_MAX_FIELD_NUMBER: _ClassVar[int]
    SENSOR_ATTESTED_FIELD_NUMBER: _ClassVar[int]
    MAKER_1_FIELD_NUMBER: _ClassVar[int]
    MAKER_2_FIELD_NUMBER: _ClassVar[int]
    MAKER_3_FIELD_NUMBER: _ClassVar[int]
    MAKER_4_FIELD_NUMBER: _ClassVar[int]
    REGISTRATION_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    WINDOWS_FIELD_NUMBER: _ClassVar[int]
    WINDOW_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    PROOF_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    DEGRADED_BELOW_BPS_FIELD_NUMBER: _ClassVar[int]
    OFFLINE_BELOW_BPS_FIELD_NUMBER: _ClassVar[int]
    PROBATION_EPOCHS_FIELD_NUMBER: _ClassVar[int]
    PROBATION_EPOCHS_MAX_FIELD_NUMBER: _ClassVar[int]
    PROBATION_CHALLENGES_FIELD_NUMBER: _ClassVar[int]
    PROBATION_WEIGHT_BPS_FIELD_NUMBER: _ClassVar[int]
    COOL_UP_EPOCHS_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_INTERVAL_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    CHALLENGES_PER_DRAW_FIELD_NUMBER: _ClassVar[int]
    VERIFIERS_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    ATTEST_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    MISS_WEIGHT_FIELD_NUMBER: _ClassVar[int]
    MAINTENANCE_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    MAINTENANCE_NOTICE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    MAINTENANCE_YEAR_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    TAKE_BPS_FIELD_NUMBER: _ClassVar[int]
    TAKE_BURN_BPS_FIELD_NUMBER: _ClassVar[int]
    BETA_BPS_FIELD_NUMBER: _ClassVar[int]
    FLOOR_WEI_FIELD_NUMBER: _ClassVar[int]
    EPOCH_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    ESCROW_EPOCHS_FIELD_NUMBER: _ClassVar[int]
    OFFLINE_SLASH_1_BPS_FIELD_NUMBER: _ClassVar[int]
    OFFLINE_SLASH_2_BPS_FIELD_NUMBER: _ClassVar[int]
    OFFLINE_SLASH_3_BPS_FIELD_NUMBER: _ClassVar[int]
    UNREACHABLE_SLASH_1_BPS_FIELD_NUMBER: _ClassVar[int]
    UNREACHABLE_SLASH_2_BPS_FIELD_NUMBER: _ClassVar[int]
    UNREACHABLE_SLASH_3_BPS_FIELD_NUMBER: _ClassVar[int]
    UNSERVED_SLASH_1_BPS_FIELD_NUMBER: _ClassVar[int]
    UNSERVED_SLASH_2_BPS_FIELD_NUMBER: _ClassVar[int]
    UNSERVED_SLASH_3_BPS_FIELD_NUMBER: _ClassVar[int]
    LONG_AFTER_FIELD_NUMBER: _ClassVar[int]
    VERY_LONG_AFTER_FIELD_NUMBER: _ClassVar[int]
    HARMED_BPS_FIELD_NUMBER: _ClassVar[int]
    VERIFIERS_BPS_FIELD_NUMBER: _ClassVar[int]
    TREASURY_BPS_FIELD_NUMBER: _ClassVar[int]
    APPEAL_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    CASE_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    REPORT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    UNBONDING_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    BANS_MAX_FIELD_NUMBER: _ClassVar[int]
    ENTRY_POLICY_FIELD_NUMBER: _ClassVar[int]
    gpu_bond_wei: str
    gpu_weight_bps: int
    gpu_capacity_max: str
    gpu_cell_max: str
    gpu_attested: bool
    edge_bond_wei: str
    edge_weight_bps: int
    edge_capacity_max: str
    edge_cell_max: str
    edge_attested: bool
    bandwidth_bond_wei: str
    bandwidth_weight_bps: int
    bandwidth_capacity_max: str
    bandwidth_cell_max: str
    bandwidth_attested: bool
    storage_bond_wei: str
    storage_weight_bps: int
    storage_capacity_max: str
    storage_cell_max: str
    storage_attested: bool
    sensor_bond_wei: str
    sensor_weight_bps: int
    sensor_capacity_max: str
    sensor_cell_max: str
    sensor_attested: bool
    maker_1: str
    maker_2: str
    maker_3: str
    maker_4: str
    registration_fee_wei: str
    windows: str
    window_blocks: str
    proof_blocks: str
    degraded_below_bps: int
    offline_below_bps: int
    probation_epochs: str
    probation_epochs_max: str
    probation_challenges: str
    probation_weight_bps: int
    cool_up_epochs: str
    recovery_fee_bps: int
    challenge_interval_blocks: str
    challenges_per_draw: str
    verifiers: str
    response_blocks: str
    attest_blocks: str
    miss_weight: str
    maintenance_blocks_max: str
    maintenance_notice_blocks: str
    maintenance_year_blocks: str
    take_bps: int
    take_burn_bps: int
    beta_bps: int
    floor_wei: str
    epoch_wei_max: str
    escrow_epochs: str
    offline_slash_1_bps: int
    offline_slash_2_bps: int
    offline_slash_3_bps: int
    unreachable_slash_1_bps: int
    unreachable_slash_2_bps: int
    unreachable_slash_3_bps: int
    unserved_slash_1_bps: int
    unserved_slash_2_bps: int
    unserved_slash_3_bps: int
    long_after: str
    very_long_after: str
    harmed_bps: int
    verifiers_bps: int
    treasury_bps: int
    appeal_blocks: str
    case_blocks_max: str
    report_blocks: str
    unbonding_blocks: str
    bans_max: str
    entry_policy: str
    def __init__(self, gpu_bond_wei: _Optional[str] = ..., gpu_weight_bps: _Optional[int] = ..., gpu_capacity_max: _Optional[str] = ..., gpu_cell_max: _Optional[str] = ..., gpu_attested: _Optional[bool] = ..., edge_bond_wei: _Optional[str] = ..., edge_weight_bps: _Optional[int] = ..., edge_capacity_max: _Optional[str] = ..., edge_cell_max: _Optional[str] = ..., edge_attested: _Optional[bool] = ..., bandwidth_bond_wei: _Optional[str] = ..., bandwidth_weight_bps: _Optional[int] = ..., bandwidth_capacity_max: _Optional[str] = ..., bandwidth_cell_max: _Optional[str] = ..., bandwidth_attested: _Optional[bool] = ..., storage_bond_wei: _Optional[str] = ..., storage_weight_bps: _Optional[int] = ..., storage_capacity_max: _Optional[str] = ..., storage_cell_max: _Optional[str] = ..., storage_attested: _Optional[bool] = ..., sensor_bond_wei: _Optional[str] = ..., sensor_weight_bps: _Optional[int] = ..., sensor_capacity_max: _Optional[str] = ..., sensor_cell_max: _Optional[str] = ..., sensor_attested: _Optional[bool] = ..., maker_1: _Optional[str] = ..., maker_2: _Optional[str] = ..., maker_3: _Optional[str] = ..., maker_4: _Optional[str] = ..., registration_fee_wei: _Optional[str] = ..., windows: _Optional[str] = ..., window_blocks: _Optional[str] = ..., proof_blocks: _Optional[str] = ..., degraded_below_bps: _Optional[int] = ..., offline_below_bps: _Optional[int] = ..., probation_epochs: _Optional[str] = ..., probation_epochs_max: _Optional[str] = ..., probation_challenges: _Optional[str] = ..., probation_weight_bps: _Optional[int] = ..., cool_up_epochs: _Optional[str] = ..., recovery_fee_bps: _Optional[int] = ..., challenge_interval_blocks: _Optional[str] = ..., challenges_per_draw: _Optional[str] = ..., verifiers: _Optional[str] = ..., response_blocks: _Optional[str] = ..., attest_blocks: _Optional[str] = ..., miss_weight: _Optional[str] = ..., maintenance_blocks_max: _Optional[str] = ..., maintenance_notice_blocks: _Optional[str] = ..., maintenance_year_blocks: _Optional[str] = ..., take_bps: _Optional[int] = ..., take_burn_bps: _Optional[int] = ..., beta_bps: _Optional[int] = ..., floor_wei: _Optional[str] = ..., epoch_wei_max: _Optional[str] = ..., escrow_epochs: _Optional[str] = ..., offline_slash_1_bps: _Optional[int] = ..., offline_slash_2_bps: _Optional[int] = ..., offline_slash_3_bps: _Optional[int] = ..., unreachable_slash_1_bps: _Optional[int] = ..., unreachable_slash_2_bps: _Optional[int] = ..., unreachable_slash_3_bps: _Optional[int] = ..., unserved_slash_1_bps: _Optional[int] = ..., unserved_slash_2_bps: _Optional[int] = ..., unserved_slash_3_bps: _Optional[int] = ..., long_after: _Optional[str] = ..., very_long_after: _Optional[str] = ..., harmed_bps: _Optional[int] = ..., verifiers_bps: _Optional[int] = ..., treasury_bps: _Optional[int] = ..., appeal_blocks: _Optional[str] = ..., case_blocks_max: _Optional[str] = ..., report_blocks: _Optional[str] = ..., unbonding_blocks: _Optional[str] = ..., bans_max: _Optional[str] = ..., entry_policy: _Optional[str] = ...) -> None: ...

class Device(_message.Message):
    __slots__ = ("owner", "key", "kind", "capacity", "serial", "did", "cell", "uri", "attested_until_s", "price_wei")
    OWNER_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    SERIAL_FIELD_NUMBER: _ClassVar[int]
    DID_FIELD_NUMBER: _ClassVar[int]
    CELL_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    ATTESTED_UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    owner: str
    key: str
    kind: DeviceClass
    capacity: str
    serial: bytes
    did: bytes
    cell: str
    uri: bytes
    attested_until_s: int
    price_wei: str
    def __init__(self, owner: _Optional[str] = ..., key: _Optional[str] = ..., kind: _Optional[_Union[DeviceClass, str]] = ..., capacity: _Optional[str] = ..., serial: _Optional[bytes] = ..., did: _Optional[bytes] = ..., cell: _Optional[str] = ..., uri: _Optional[bytes] = ..., attested_until_s: _Optional[int] = ..., price_wei: _Optional[str] = ...) -> None: ...

class Standing(_message.Message):
    __slots__ = ("status", "prior", "is_proven", "settled_epoch", "good_epochs", "offline_epochs", "unreachable_epochs", "open_penalties", "unbonds_at", "passed", "missed", "case", "required_wei", "bond_wei")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PRIOR_FIELD_NUMBER: _ClassVar[int]
    IS_PROVEN_FIELD_NUMBER: _ClassVar[int]
    SETTLED_EPOCH_FIELD_NUMBER: _ClassVar[int]
    GOOD_EPOCHS_FIELD_NUMBER: _ClassVar[int]
    OFFLINE_EPOCHS_FIELD_NUMBER: _ClassVar[int]
    UNREACHABLE_EPOCHS_FIELD_NUMBER: _ClassVar[int]
    OPEN_PENALTIES_FIELD_NUMBER: _ClassVar[int]
    UNBONDS_AT_FIELD_NUMBER: _ClassVar[int]
    PASSED_FIELD_NUMBER: _ClassVar[int]
    MISSED_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_WEI_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    status: Status
    prior: Status
    is_proven: bool
    settled_epoch: str
    good_epochs: str
    offline_epochs: str
    unreachable_epochs: str
    open_penalties: str
    unbonds_at: int
    passed: str
    missed: str
    case: str
    required_wei: str
    bond_wei: str
    def __init__(self, status: _Optional[_Union[Status, str]] = ..., prior: _Optional[_Union[Status, str]] = ..., is_proven: _Optional[bool] = ..., settled_epoch: _Optional[str] = ..., good_epochs: _Optional[str] = ..., offline_epochs: _Optional[str] = ..., unreachable_epochs: _Optional[str] = ..., open_penalties: _Optional[str] = ..., unbonds_at: _Optional[int] = ..., passed: _Optional[str] = ..., missed: _Optional[str] = ..., case: _Optional[str] = ..., required_wei: _Optional[str] = ..., bond_wei: _Optional[str] = ...) -> None: ...

class DeviceInfo(_message.Message):
    __slots__ = ("number", "device", "standing", "escrowed_wei", "earned_wei", "clawed_back_wei")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    ESCROWED_WEI_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    CLAWED_BACK_WEI_FIELD_NUMBER: _ClassVar[int]
    number: str
    device: Device
    standing: Standing
    escrowed_wei: str
    earned_wei: str
    clawed_back_wei: str
    def __init__(self, number: _Optional[str] = ..., device: _Optional[_Union[Device, _Mapping]] = ..., standing: _Optional[_Union[Standing, _Mapping]] = ..., escrowed_wei: _Optional[str] = ..., earned_wei: _Optional[str] = ..., clawed_back_wei: _Optional[str] = ...) -> None: ...

class Tally(_message.Message):
    __slots__ = ("epoch", "earner", "paused", "passed", "missed", "beats", "capacity_beats", "served_wei", "burned_wei", "demand_score", "floor_score")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    EARNER_FIELD_NUMBER: _ClassVar[int]
    PAUSED_FIELD_NUMBER: _ClassVar[int]
    PASSED_FIELD_NUMBER: _ClassVar[int]
    MISSED_FIELD_NUMBER: _ClassVar[int]
    BEATS_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_BEATS_FIELD_NUMBER: _ClassVar[int]
    SERVED_WEI_FIELD_NUMBER: _ClassVar[int]
    BURNED_WEI_FIELD_NUMBER: _ClassVar[int]
    DEMAND_SCORE_FIELD_NUMBER: _ClassVar[int]
    FLOOR_SCORE_FIELD_NUMBER: _ClassVar[int]
    epoch: str
    earner: str
    paused: str
    passed: str
    missed: str
    beats: str
    capacity_beats: str
    served_wei: str
    burned_wei: str
    demand_score: str
    floor_score: str
    def __init__(self, epoch: _Optional[str] = ..., earner: _Optional[str] = ..., paused: _Optional[str] = ..., passed: _Optional[str] = ..., missed: _Optional[str] = ..., beats: _Optional[str] = ..., capacity_beats: _Optional[str] = ..., served_wei: _Optional[str] = ..., burned_wei: _Optional[str] = ..., demand_score: _Optional[str] = ..., floor_score: _Optional[str] = ...) -> None: ...

class NextBeat(_message.Message):
    __slots__ = ("epoch", "window", "opens_at", "closes_at")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    WINDOW_FIELD_NUMBER: _ClassVar[int]
    OPENS_AT_FIELD_NUMBER: _ClassVar[int]
    CLOSES_AT_FIELD_NUMBER: _ClassVar[int]
    epoch: str
    window: str
    opens_at: int
    closes_at: int
    def __init__(self, epoch: _Optional[str] = ..., window: _Optional[str] = ..., opens_at: _Optional[int] = ..., closes_at: _Optional[int] = ...) -> None: ...

class Epoch(_message.Message):
    __slots__ = ("number", "started_at", "windows", "window_blocks", "proof_blocks", "demand_score", "floor_score")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STARTED_AT_FIELD_NUMBER: _ClassVar[int]
    WINDOWS_FIELD_NUMBER: _ClassVar[int]
    WINDOW_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    PROOF_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    DEMAND_SCORE_FIELD_NUMBER: _ClassVar[int]
    FLOOR_SCORE_FIELD_NUMBER: _ClassVar[int]
    number: str
    started_at: int
    windows: str
    window_blocks: str
    proof_blocks: str
    demand_score: str
    floor_score: str
    def __init__(self, number: _Optional[str] = ..., started_at: _Optional[int] = ..., windows: _Optional[str] = ..., window_blocks: _Optional[str] = ..., proof_blocks: _Optional[str] = ..., demand_score: _Optional[str] = ..., floor_score: _Optional[str] = ...) -> None: ...

class EpochReport(_message.Message):
    __slots__ = ("number", "started_at", "windows", "window_blocks", "demand_score", "floor_score", "demand_wei", "floor_wei", "demand_left", "floor_left", "credited_wei")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    STARTED_AT_FIELD_NUMBER: _ClassVar[int]
    WINDOWS_FIELD_NUMBER: _ClassVar[int]
    WINDOW_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    DEMAND_SCORE_FIELD_NUMBER: _ClassVar[int]
    FLOOR_SCORE_FIELD_NUMBER: _ClassVar[int]
    DEMAND_WEI_FIELD_NUMBER: _ClassVar[int]
    FLOOR_WEI_FIELD_NUMBER: _ClassVar[int]
    DEMAND_LEFT_FIELD_NUMBER: _ClassVar[int]
    FLOOR_LEFT_FIELD_NUMBER: _ClassVar[int]
    CREDITED_WEI_FIELD_NUMBER: _ClassVar[int]
    number: str
    started_at: int
    windows: str
    window_blocks: str
    demand_score: str
    floor_score: str
    demand_wei: str
    floor_wei: str
    demand_left: str
    floor_left: str
    credited_wei: str
    def __init__(self, number: _Optional[str] = ..., started_at: _Optional[int] = ..., windows: _Optional[str] = ..., window_blocks: _Optional[str] = ..., demand_score: _Optional[str] = ..., floor_score: _Optional[str] = ..., demand_wei: _Optional[str] = ..., floor_wei: _Optional[str] = ..., demand_left: _Optional[str] = ..., floor_left: _Optional[str] = ..., credited_wei: _Optional[str] = ...) -> None: ...

class Tranche(_message.Message):
    __slots__ = ("owner", "epoch", "amount_wei")
    OWNER_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    owner: str
    epoch: str
    amount_wei: str
    def __init__(self, owner: _Optional[str] = ..., epoch: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class ClassInfo(_message.Message):
    __slots__ = ("devices", "capacity", "ready", "served_wei")
    DEVICES_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    READY_FIELD_NUMBER: _ClassVar[int]
    SERVED_WEI_FIELD_NUMBER: _ClassVar[int]
    devices: str
    capacity: str
    ready: str
    served_wei: str
    def __init__(self, devices: _Optional[str] = ..., capacity: _Optional[str] = ..., ready: _Optional[str] = ..., served_wei: _Optional[str] = ...) -> None: ...

class Challenge(_message.Message):
    __slots__ = ("device", "status", "nonce", "deadline_at", "verifiers", "voted", "confirmed", "denied", "response")
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_AT_FIELD_NUMBER: _ClassVar[int]
    VERIFIERS_FIELD_NUMBER: _ClassVar[int]
    VOTED_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_FIELD_NUMBER: _ClassVar[int]
    DENIED_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    device: str
    status: ChallengeStatus
    nonce: bytes
    deadline_at: int
    verifiers: _containers.RepeatedScalarFieldContainer[str]
    voted: str
    confirmed: str
    denied: str
    response: bytes
    def __init__(self, device: _Optional[str] = ..., status: _Optional[_Union[ChallengeStatus, str]] = ..., nonce: _Optional[bytes] = ..., deadline_at: _Optional[int] = ..., verifiers: _Optional[_Iterable[str]] = ..., voted: _Optional[str] = ..., confirmed: _Optional[str] = ..., denied: _Optional[str] = ..., response: _Optional[bytes] = ...) -> None: ...

class Penalty(_message.Message):
    __slots__ = ("device", "status", "reason", "tier", "deadline_at", "claim", "amount_wei", "taken_wei", "harmed", "evidence")
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    TIER_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_AT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    TAKEN_WEI_FIELD_NUMBER: _ClassVar[int]
    HARMED_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    device: str
    status: PenaltyStatus
    reason: Reason
    tier: str
    deadline_at: int
    claim: str
    amount_wei: str
    taken_wei: str
    harmed: str
    evidence: bytes
    def __init__(self, device: _Optional[str] = ..., status: _Optional[_Union[PenaltyStatus, str]] = ..., reason: _Optional[_Union[Reason, str]] = ..., tier: _Optional[str] = ..., deadline_at: _Optional[int] = ..., claim: _Optional[str] = ..., amount_wei: _Optional[str] = ..., taken_wei: _Optional[str] = ..., harmed: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class Case(_message.Message):
    __slots__ = ("device", "status", "suspicion", "challenger", "evidence", "value_wei", "claim", "deadline_at")
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    SUSPICION_FIELD_NUMBER: _ClassVar[int]
    CHALLENGER_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    VALUE_WEI_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_AT_FIELD_NUMBER: _ClassVar[int]
    device: str
    status: CaseStatus
    suspicion: Suspicion
    challenger: str
    evidence: bytes
    value_wei: str
    claim: str
    deadline_at: int
    def __init__(self, device: _Optional[str] = ..., status: _Optional[_Union[CaseStatus, str]] = ..., suspicion: _Optional[_Union[Suspicion, str]] = ..., challenger: _Optional[str] = ..., evidence: _Optional[bytes] = ..., value_wei: _Optional[str] = ..., claim: _Optional[str] = ..., deadline_at: _Optional[int] = ...) -> None: ...

class Receipt(_message.Message):
    __slots__ = ("payer", "device", "paid_wei", "expires_at", "penalty", "units")
    PAYER_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    PENALTY_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    payer: str
    device: str
    paid_wei: str
    expires_at: int
    penalty: str
    units: str
    def __init__(self, payer: _Optional[str] = ..., device: _Optional[str] = ..., paid_wei: _Optional[str] = ..., expires_at: _Optional[int] = ..., penalty: _Optional[str] = ..., units: _Optional[str] = ...) -> None: ...

class Maintenance(_message.Message):
    __slots__ = ("starts_at", "ends_at", "began_at", "resumes", "year", "used_blocks")
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    BEGAN_AT_FIELD_NUMBER: _ClassVar[int]
    RESUMES_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    USED_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    starts_at: int
    ends_at: int
    began_at: int
    resumes: Status
    year: str
    used_blocks: str
    def __init__(self, starts_at: _Optional[int] = ..., ends_at: _Optional[int] = ..., began_at: _Optional[int] = ..., resumes: _Optional[_Union[Status, str]] = ..., year: _Optional[str] = ..., used_blocks: _Optional[str] = ...) -> None: ...

class Application(_message.Message):
    __slots__ = ("owner", "key", "kind", "capacity", "serial", "did", "cell", "uri", "nonce", "deadline_s")
    OWNER_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    SERIAL_FIELD_NUMBER: _ClassVar[int]
    DID_FIELD_NUMBER: _ClassVar[int]
    CELL_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_S_FIELD_NUMBER: _ClassVar[int]
    owner: str
    key: str
    kind: DeviceClass
    capacity: str
    serial: bytes
    did: bytes
    cell: str
    uri: bytes
    nonce: str
    deadline_s: int
    def __init__(self, owner: _Optional[str] = ..., key: _Optional[str] = ..., kind: _Optional[_Union[DeviceClass, str]] = ..., capacity: _Optional[str] = ..., serial: _Optional[bytes] = ..., did: _Optional[bytes] = ..., cell: _Optional[str] = ..., uri: _Optional[bytes] = ..., nonce: _Optional[str] = ..., deadline_s: _Optional[int] = ...) -> None: ...

class Attestation(_message.Message):
    __slots__ = ("valid_until_s", "signature")
    VALID_UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    valid_until_s: int
    signature: bytes
    def __init__(self, valid_until_s: _Optional[int] = ..., signature: _Optional[bytes] = ...) -> None: ...

class Beat(_message.Message):
    __slots__ = ("device", "epoch", "window", "capacity", "root")
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    WINDOW_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    ROOT_FIELD_NUMBER: _ClassVar[int]
    device: str
    epoch: str
    window: str
    capacity: str
    root: bytes
    def __init__(self, device: _Optional[str] = ..., epoch: _Optional[str] = ..., window: _Optional[str] = ..., capacity: _Optional[str] = ..., root: _Optional[bytes] = ...) -> None: ...

class SignedBeat(_message.Message):
    __slots__ = ("beat", "signature")
    BEAT_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    beat: Beat
    signature: bytes
    def __init__(self, beat: _Optional[_Union[Beat, _Mapping]] = ..., signature: _Optional[bytes] = ...) -> None: ...

class ProvenBeat(_message.Message):
    __slots__ = ("beat", "signature", "index", "path")
    BEAT_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    INDEX_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    beat: Beat
    signature: bytes
    index: str
    path: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, beat: _Optional[_Union[Beat, _Mapping]] = ..., signature: _Optional[bytes] = ..., index: _Optional[str] = ..., path: _Optional[_Iterable[bytes]] = ...) -> None: ...

class Permission(_message.Message):
    __slots__ = ("nonce", "deadline_s", "signature")
    NONCE_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_S_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    nonce: str
    deadline_s: int
    signature: bytes
    def __init__(self, nonce: _Optional[str] = ..., deadline_s: _Optional[int] = ..., signature: _Optional[bytes] = ...) -> None: ...
