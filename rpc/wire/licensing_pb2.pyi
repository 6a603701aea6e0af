from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AssetState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ASSET_STATE_NOTHING: _ClassVar[AssetState]
    ASSET_STATE_DRAFT: _ClassVar[AssetState]
    ASSET_STATE_LISTED: _ClassVar[AssetState]
    ASSET_STATE_PAUSED: _ClassVar[AssetState]
    ASSET_STATE_RETIRED: _ClassVar[AssetState]

class TagState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TAG_STATE_CLEAN: _ClassVar[TagState]
    TAG_STATE_CHALLENGED: _ClassVar[TagState]
    TAG_STATE_TAGGED: _ClassVar[TagState]

class OfferState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OFFER_STATE_NOTHING: _ClassVar[OfferState]
    OFFER_STATE_ACTIVE: _ClassVar[OfferState]
    OFFER_STATE_CLOSED: _ClassVar[OfferState]

class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    KIND_PERPETUAL: _ClassVar[Kind]
    KIND_TIMED: _ClassVar[Kind]
    KIND_USES: _ClassVar[Kind]
    KIND_SEATS: _ClassVar[Kind]
    KIND_RENTAL: _ClassVar[Kind]
    KIND_FREE: _ClassVar[Kind]
    KIND_SUBSCRIPTION: _ClassVar[Kind]

class CaseKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CASE_KIND_TAG: _ClassVar[CaseKind]
    CASE_KIND_CONTEST: _ClassVar[CaseKind]
    CASE_KIND_APPEAL: _ClassVar[CaseKind]

class CaseState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CASE_STATE_NOTHING: _ClassVar[CaseState]
    CASE_STATE_OPEN: _ClassVar[CaseState]
    CASE_STATE_UPHELD: _ClassVar[CaseState]
    CASE_STATE_DISMISSED: _ClassVar[CaseState]
    CASE_STATE_LAPSED: _ClassVar[CaseState]

class Tag(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TAG_NOT_THE_OWNERS: _ClassVar[Tag]
    TAG_UNLAWFUL: _ClassVar[Tag]
    TAG_PERSONAL_DATA: _ClassVar[Tag]
    TAG_MISDESCRIBED: _ClassVar[Tag]

class LicenceState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LICENCE_STATE_NOTHING: _ClassVar[LicenceState]
    LICENCE_STATE_PENDING: _ClassVar[LicenceState]
    LICENCE_STATE_REJECTED: _ClassVar[LicenceState]
    LICENCE_STATE_ACTIVE: _ClassVar[LicenceState]
    LICENCE_STATE_CANCELLING: _ClassVar[LicenceState]
    LICENCE_STATE_GRACE: _ClassVar[LicenceState]
    LICENCE_STATE_OVERDUE: _ClassVar[LicenceState]
    LICENCE_STATE_SUSPENDED: _ClassVar[LicenceState]
    LICENCE_STATE_EXPIRED: _ClassVar[LicenceState]
    LICENCE_STATE_EXHAUSTED: _ClassVar[LicenceState]
    LICENCE_STATE_LAPSED: _ClassVar[LicenceState]
    LICENCE_STATE_ENDED: _ClassVar[LicenceState]
    LICENCE_STATE_RETURNED: _ClassVar[LicenceState]
    LICENCE_STATE_REVOKED: _ClassVar[LicenceState]

class RevocationState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REVOCATION_STATE_NONE: _ClassVar[RevocationState]
    REVOCATION_STATE_NOTICE: _ClassVar[RevocationState]
    REVOCATION_STATE_APPEALED: _ClassVar[RevocationState]
    REVOCATION_STATE_LIFTED: _ClassVar[RevocationState]
    REVOCATION_STATE_EFFECTIVE: _ClassVar[RevocationState]

class Ground(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GROUND_BREACH: _ClassVar[Ground]
    GROUND_NO_FAULT: _ClassVar[Ground]
    GROUND_REGULATORY: _ClassVar[Ground]
    GROUND_WAIVED: _ClassVar[Ground]
    GROUND_ASSET_VOID: _ClassVar[Ground]

class TaskState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TASK_STATE_NOTHING: _ClassVar[TaskState]
    TASK_STATE_OPEN: _ClassVar[TaskState]
    TASK_STATE_CLOSING: _ClassVar[TaskState]
    TASK_STATE_CLOSED: _ClassVar[TaskState]

class BatchState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BATCH_STATE_EMPTY: _ClassVar[BatchState]
    BATCH_STATE_FILLING: _ClassVar[BatchState]
    BATCH_STATE_OPENING: _ClassVar[BatchState]
    BATCH_STATE_REVIEW: _ClassVar[BatchState]
    BATCH_STATE_SETTLED: _ClassVar[BatchState]

class SeatState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SEAT_STATE_NOTHING: _ClassVar[SeatState]
    SEAT_STATE_TAKEN: _ClassVar[SeatState]
    SEAT_STATE_SEALED: _ClassVar[SeatState]
    SEAT_STATE_OPENED: _ClassVar[SeatState]
    SEAT_STATE_PAID: _ClassVar[SeatState]
    SEAT_STATE_UNPAID: _ClassVar[SeatState]
    SEAT_STATE_CHEATED: _ClassVar[SeatState]
    SEAT_STATE_MISSED: _ClassVar[SeatState]
ASSET_STATE_NOTHING: AssetState
ASSET_STATE_DRAFT: AssetState
ASSET_STATE_LISTED: AssetState
ASSET_STATE_PAUSED: AssetState
ASSET_STATE_RETIRED: AssetState
TAG_STATE_CLEAN: TagState
TAG_STATE_CHALLENGED: TagState
TAG_STATE_TAGGED: TagState
OFFER_STATE_NOTHING: OfferState
OFFER_STATE_ACTIVE: OfferState
OFFER_STATE_CLOSED: OfferState
KIND_PERPETUAL: Kind
KIND_TIMED: Kind
KIND_USES: Kind
KIND_SEATS: Kind
KIND_RENTAL: Kind
KIND_FREE: Kind
KIND_SUBSCRIPTION: Kind
CASE_KIND_TAG: CaseKind
CASE_KIND_CONTEST: CaseKind
CASE_KIND_APPEAL: CaseKind
CASE_STATE_NOTHING: CaseState
CASE_STATE_OPEN: CaseState
CASE_STATE_UPHELD: CaseState
CASE_STATE_DISMISSED: CaseState
CASE_STATE_LAPSED: CaseState
TAG_NOT_THE_OWNERS: Tag
TAG_UNLAWFUL: Tag
TAG_PERSONAL_DATA: Tag
TAG_MISDESCRIBED: Tag
LICENCE_STATE_NOTHING: LicenceState
LICENCE_STATE_PENDING: LicenceState
LICENCE_STATE_REJECTED: LicenceState
LICENCE_STATE_ACTIVE: LicenceState
LICENCE_STATE_CANCELLING: LicenceState
LICENCE_STATE_GRACE: LicenceState
LICENCE_STATE_OVERDUE: LicenceState
LICENCE_STATE_SUSPENDED: LicenceState
LICENCE_STATE_EXPIRED: LicenceState
LICENCE_STATE_EXHAUSTED: LicenceState
LICENCE_STATE_LAPSED: LicenceState
LICENCE_STATE_ENDED: LicenceState
LICENCE_STATE_RETURNED: LicenceState
LICENCE_STATE_REVOKED: LicenceState
REVOCATION_STATE_NONE: RevocationState
REVOCATION_STATE_NOTICE: RevocationState
REVOCATION_STATE_APPEALED: RevocationState
REVOCATION_STATE_LIFTED: RevocationState
REVOCATION_STATE_EFFECTIVE: RevocationState
GROUND_BREACH: Ground
GROUND_NO_FAULT: Ground
GROUND_REGULATORY: Ground
GROUND_WAIVED: Ground
GROUND_ASSET_VOID: Ground
TASK_STATE_NOTHING: TaskState
TASK_STATE_OPEN: TaskState
TASK_STATE_CLOSING: TaskState
TASK_STATE_CLOSED: TaskState
BATCH_STATE_EMPTY: BatchState
BATCH_STATE_FILLING: BatchState
BATCH_STATE_OPENING: BatchState
BATCH_STATE_REVIEW: BatchState
BATCH_STATE_SETTLED: BatchState
SEAT_STATE_NOTHING: SeatState
SEAT_STATE_TAKEN: SeatState
SEAT_STATE_SEALED: SeatState
SEAT_STATE_OPENED: SeatState
SEAT_STATE_PAID: SeatState
SEAT_STATE_UNPAID: SeatState
SEAT_STATE_CHEATED: SeatState
SEAT_STATE_MISSED: SeatState

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
    result: LicensingParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[LicensingParams, _Mapping]] = ...) -> None: ...

class TotalsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class TotalsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Totals
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Totals, _Mapping]] = ...) -> None: ...

class AssetRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class AssetResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: AssetView
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[AssetView, _Mapping]] = ...) -> None: ...

class AssetTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class AssetTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class AssetsOfRequest(_message.Message):
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

class AssetsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class VersionRequest(_message.Message):
    __slots__ = ("at_height", "asset", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    number: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class VersionResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Version
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Version, _Mapping]] = ...) -> None: ...

class ParentsOfRequest(_message.Message):
    __slots__ = ("at_height", "asset", "version")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    version: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ..., version: _Optional[str] = ...) -> None: ...

class ParentsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Parent]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Parent, _Mapping]]] = ...) -> None: ...

class AncestorsOfRequest(_message.Message):
    __slots__ = ("at_height", "asset", "version")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    version: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ..., version: _Optional[str] = ...) -> None: ...

class AncestorsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Share]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Share, _Mapping]]] = ...) -> None: ...

class ChildrenOfRequest(_message.Message):
    __slots__ = ("at_height", "asset", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class ChildrenOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Child]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Child, _Mapping]]] = ...) -> None: ...

class ClockRequest(_message.Message):
    __slots__ = ("at_height", "asset")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ...) -> None: ...

class ClockResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class OfferRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class OfferResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: OfferView
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[OfferView, _Mapping]] = ...) -> None: ...

class OffersOnRequest(_message.Message):
    __slots__ = ("at_height", "asset", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class OffersOnResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class QuoteRequest(_message.Message):
    __slots__ = ("at_height", "offer", "has_referrer")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    HAS_REFERRER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offer: str
    has_referrer: bool
    def __init__(self, at_height: _Optional[int] = ..., offer: _Optional[str] = ..., has_referrer: _Optional[bool] = ...) -> None: ...

class QuoteResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Quote
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Quote, _Mapping]] = ...) -> None: ...

class VaultRequest(_message.Message):
    __slots__ = ("at_height", "asset")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ...) -> None: ...

class VaultResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Vault
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Vault, _Mapping]] = ...) -> None: ...

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

class DisputesOfRequest(_message.Message):
    __slots__ = ("at_height", "asset", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    asset: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., asset: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class DisputesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class LicenceRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class LicenceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: LicenceView
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[LicenceView, _Mapping]] = ...) -> None: ...

class LicenceTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class LicenceTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class LicencesOfRequest(_message.Message):
    __slots__ = ("at_height", "holder", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    holder: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., holder: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class LicencesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class IsValidRequest(_message.Message):
    __slots__ = ("at_height", "licence", "account", "purpose", "app")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    account: str
    purpose: str
    app: bytes
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ..., account: _Optional[str] = ..., purpose: _Optional[str] = ..., app: _Optional[bytes] = ...) -> None: ...

class IsValidResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class ValidUntilRequest(_message.Message):
    __slots__ = ("at_height", "licence")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ...) -> None: ...

class ValidUntilResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class RenewableFromRequest(_message.Message):
    __slots__ = ("at_height", "licence")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ...) -> None: ...

class RenewableFromResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class RemainingUsesRequest(_message.Message):
    __slots__ = ("at_height", "licence")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ...) -> None: ...

class RemainingUsesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class UsesOfRequest(_message.Message):
    __slots__ = ("at_height", "licence", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class UsesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Use]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Use, _Mapping]]] = ...) -> None: ...

class SeatsOfRequest(_message.Message):
    __slots__ = ("at_height", "licence", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class SeatsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class AppsOfRequest(_message.Message):
    __slots__ = ("at_height", "licence")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ...) -> None: ...

class AppsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class NextDeadlineRequest(_message.Message):
    __slots__ = ("at_height", "licence")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    licence: str
    def __init__(self, at_height: _Optional[int] = ..., licence: _Optional[str] = ...) -> None: ...

class NextDeadlineResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class TaskRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class TaskResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: TaskView
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[TaskView, _Mapping]] = ...) -> None: ...

class TaskTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class TaskTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class TasksOfRequest(_message.Message):
    __slots__ = ("at_height", "requester", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    REQUESTER_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    requester: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., requester: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class TasksOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class BatchRequest(_message.Message):
    __slots__ = ("at_height", "task", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    task: str
    number: str
    def __init__(self, at_height: _Optional[int] = ..., task: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class BatchResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Batch
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Batch, _Mapping]] = ...) -> None: ...

class BatchSeatsOfRequest(_message.Message):
    __slots__ = ("at_height", "task", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    task: str
    number: str
    def __init__(self, at_height: _Optional[int] = ..., task: _Optional[str] = ..., number: _Optional[str] = ...) -> None: ...

class BatchSeatsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Seat]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Seat, _Mapping]]] = ...) -> None: ...

class AnnotatorRequest(_message.Message):
    __slots__ = ("at_height", "task", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    task: str
    account: str
    def __init__(self, at_height: _Optional[int] = ..., task: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class AnnotatorResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Member
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Member, _Mapping]] = ...) -> None: ...

class AnnotatorsOfRequest(_message.Message):
    __slots__ = ("at_height", "task", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    task: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., task: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class AnnotatorsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class AnnotationTotalsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class AnnotationTotalsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: AnnotationTotals
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[AnnotationTotals, _Mapping]] = ...) -> None: ...

class MsgCreateAsset(_message.Message):
    __slots__ = ("envelope", "version")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    version: VersionTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., version: _Optional[_Union[VersionTerms, _Mapping]] = ...) -> None: ...

class MsgCreateAssetResponse(_message.Message):
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

class MsgAddVersion(_message.Message):
    __slots__ = ("envelope", "asset", "version")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    version: VersionTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ..., version: _Optional[_Union[VersionTerms, _Mapping]] = ...) -> None: ...

class MsgAddVersionResponse(_message.Message):
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

class MsgListAsset(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgListAssetResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPauseAsset(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgPauseAssetResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgResumeAsset(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgResumeAssetResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRetireAsset(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgRetireAssetResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgTransferAsset(_message.Message):
    __slots__ = ("envelope", "asset", "target")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    target: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ..., target: _Optional[str] = ...) -> None: ...

class MsgTransferAssetResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOpenOffer(_message.Message):
    __slots__ = ("envelope", "asset", "version", "terms")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    version: str
    terms: Terms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ..., version: _Optional[str] = ..., terms: _Optional[_Union[Terms, _Mapping]] = ...) -> None: ...

class MsgOpenOfferResponse(_message.Message):
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

class MsgCloseOffer(_message.Message):
    __slots__ = ("envelope", "offer")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    offer: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., offer: _Optional[str] = ...) -> None: ...

class MsgCloseOfferResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgClaimVault(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgClaimVaultResponse(_message.Message):
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

class MsgRaiseDispute(_message.Message):
    __slots__ = ("envelope", "asset", "tag", "true_owner", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    TRUE_OWNER_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    tag: Tag
    true_owner: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ..., tag: _Optional[_Union[Tag, str]] = ..., true_owner: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgRaiseDisputeResponse(_message.Message):
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

class MsgContestTag(_message.Message):
    __slots__ = ("envelope", "asset", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgContestTagResponse(_message.Message):
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

class MsgClearTag(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgClearTagResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRequestErasure(_message.Message):
    __slots__ = ("envelope", "asset", "reference")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    reference: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ..., reference: _Optional[bytes] = ...) -> None: ...

class MsgRequestErasureResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgProveErasure(_message.Message):
    __slots__ = ("envelope", "asset", "proof")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    proof: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ..., proof: _Optional[bytes] = ...) -> None: ...

class MsgProveErasureResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSendNotices(_message.Message):
    __slots__ = ("envelope", "asset")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    asset: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., asset: _Optional[str] = ...) -> None: ...

class MsgSendNoticesResponse(_message.Message):
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

class MsgBuy(_message.Message):
    __slots__ = ("envelope", "offer", "holder", "guards", "referrer")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    GUARDS_FIELD_NUMBER: _ClassVar[int]
    REFERRER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    offer: str
    holder: str
    guards: Guards
    referrer: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., offer: _Optional[str] = ..., holder: _Optional[str] = ..., guards: _Optional[_Union[Guards, _Mapping]] = ..., referrer: _Optional[str] = ...) -> None: ...

class MsgBuyResponse(_message.Message):
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

class MsgApprove(_message.Message):
    __slots__ = ("envelope", "licence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ...) -> None: ...

class MsgApproveResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgReject(_message.Message):
    __slots__ = ("envelope", "licence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ...) -> None: ...

class MsgRejectResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgUse(_message.Message):
    __slots__ = ("envelope", "licence", "count", "purpose", "app", "receipt")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    count: str
    purpose: str
    app: bytes
    receipt: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., count: _Optional[str] = ..., purpose: _Optional[str] = ..., app: _Optional[bytes] = ..., receipt: _Optional[bytes] = ...) -> None: ...

class MsgUseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDelegateApp(_message.Message):
    __slots__ = ("envelope", "licence", "app", "is_allowed")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    IS_ALLOWED_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    app: str
    is_allowed: bool
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., app: _Optional[str] = ..., is_allowed: _Optional[bool] = ...) -> None: ...

class MsgDelegateAppResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAssignSeat(_message.Message):
    __slots__ = ("envelope", "licence", "account")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    account: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class MsgAssignSeatResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgUnassignSeat(_message.Message):
    __slots__ = ("envelope", "licence", "account")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    account: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class MsgUnassignSeatResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgTransferLicence(_message.Message):
    __slots__ = ("envelope", "licence", "target")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    target: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., target: _Optional[str] = ...) -> None: ...

class MsgTransferLicenceResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgWaive(_message.Message):
    __slots__ = ("envelope", "licence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ...) -> None: ...

class MsgWaiveResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgReturnRental(_message.Message):
    __slots__ = ("envelope", "licence", "proof")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    proof: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., proof: _Optional[bytes] = ...) -> None: ...

class MsgReturnRentalResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgCancel(_message.Message):
    __slots__ = ("envelope", "licence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ...) -> None: ...

class MsgCancelResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRenew(_message.Message):
    __slots__ = ("envelope", "licence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ...) -> None: ...

class MsgRenewResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: bool
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[bool] = ...) -> None: ...

class MsgFundStanding(_message.Message):
    __slots__ = ("envelope", "licence", "price_wei_max", "total_wei_max")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    TOTAL_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    price_wei_max: str
    total_wei_max: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., price_wei_max: _Optional[str] = ..., total_wei_max: _Optional[str] = ...) -> None: ...

class MsgFundStandingResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgWithdrawStanding(_message.Message):
    __slots__ = ("envelope", "licence", "amount_wei")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    amount_wei: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class MsgWithdrawStandingResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSettle(_message.Message):
    __slots__ = ("envelope", "licence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ...) -> None: ...

class MsgSettleResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRevoke(_message.Message):
    __slots__ = ("envelope", "licence", "ground", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    ground: Ground
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., ground: _Optional[_Union[Ground, str]] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgRevokeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOrderRevocation(_message.Message):
    __slots__ = ("envelope", "licence", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgOrderRevocationResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgWithdrawRevocation(_message.Message):
    __slots__ = ("envelope", "licence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ...) -> None: ...

class MsgWithdrawRevocationResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAppeal(_message.Message):
    __slots__ = ("envelope", "licence", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    licence: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., licence: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgAppealResponse(_message.Message):
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

class MsgPostTask(_message.Message):
    __slots__ = ("envelope", "terms")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    terms: TaskTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., terms: _Optional[_Union[TaskTerms, _Mapping]] = ...) -> None: ...

class MsgPostTaskResponse(_message.Message):
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

class MsgCloseTask(_message.Message):
    __slots__ = ("envelope", "task")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ...) -> None: ...

class MsgCloseTaskResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgJoinTask(_message.Message):
    __slots__ = ("envelope", "task")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ...) -> None: ...

class MsgJoinTaskResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgLeaveTask(_message.Message):
    __slots__ = ("envelope", "task")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ...) -> None: ...

class MsgLeaveTaskResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgTakeBatch(_message.Message):
    __slots__ = ("envelope", "task")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ...) -> None: ...

class MsgTakeBatchResponse(_message.Message):
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

class MsgSealAnswers(_message.Message):
    __slots__ = ("envelope", "task", "batch", "commitment")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    BATCH_FIELD_NUMBER: _ClassVar[int]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    batch: str
    commitment: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ..., batch: _Optional[str] = ..., commitment: _Optional[bytes] = ...) -> None: ...

class MsgSealAnswersResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOpenAnswers(_message.Message):
    __slots__ = ("envelope", "task", "batch", "answers", "report", "salt")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    BATCH_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    REPORT_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    batch: str
    answers: bytes
    report: bytes
    salt: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ..., batch: _Optional[str] = ..., answers: _Optional[bytes] = ..., report: _Optional[bytes] = ..., salt: _Optional[bytes] = ...) -> None: ...

class MsgOpenAnswersResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOpenGold(_message.Message):
    __slots__ = ("envelope", "task", "batch", "golds", "salt", "path")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    BATCH_FIELD_NUMBER: _ClassVar[int]
    GOLDS_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    batch: str
    golds: _containers.RepeatedCompositeFieldContainer[Gold]
    salt: bytes
    path: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ..., batch: _Optional[str] = ..., golds: _Optional[_Iterable[_Union[Gold, _Mapping]]] = ..., salt: _Optional[bytes] = ..., path: _Optional[_Iterable[bytes]] = ...) -> None: ...

class MsgOpenGoldResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAcceptBatch(_message.Message):
    __slots__ = ("envelope", "task", "batch")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    BATCH_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    batch: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ..., batch: _Optional[str] = ...) -> None: ...

class MsgAcceptBatchResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgPickAwards(_message.Message):
    __slots__ = ("envelope", "task", "batch", "winners")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    BATCH_FIELD_NUMBER: _ClassVar[int]
    WINNERS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    batch: str
    winners: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ..., batch: _Optional[str] = ..., winners: _Optional[_Iterable[str]] = ...) -> None: ...

class MsgPickAwardsResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSettleBatch(_message.Message):
    __slots__ = ("envelope", "task", "batch")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    BATCH_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    task: str
    batch: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., task: _Optional[str] = ..., batch: _Optional[str] = ...) -> None: ...

class MsgSettleBatchResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class LicensingParams(_message.Message):
    __slots__ = ("protocol_fee_bps", "referrer_bps_max", "min_payment_wei", "parents_max", "ancestors_max", "royalty_stack_bps_max", "duration_s_max", "approve_timeout_s", "renew_window_s", "grace_s_max", "keeper_bps", "revoke_notice_s", "verdict_timeout_s", "tag_timeout_s", "dispute_cooldown_s", "erasure_s", "erasure_penalty_bps", "bond_hold_s", "asset_bond_wei", "erasure_policy", "regulator_policy", "task_s_max", "missed_seat_bps", "cheat_seat_bps")
    PROTOCOL_FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    REFERRER_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    MIN_PAYMENT_WEI_FIELD_NUMBER: _ClassVar[int]
    PARENTS_MAX_FIELD_NUMBER: _ClassVar[int]
    ANCESTORS_MAX_FIELD_NUMBER: _ClassVar[int]
    ROYALTY_STACK_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    DURATION_S_MAX_FIELD_NUMBER: _ClassVar[int]
    APPROVE_TIMEOUT_S_FIELD_NUMBER: _ClassVar[int]
    RENEW_WINDOW_S_FIELD_NUMBER: _ClassVar[int]
    GRACE_S_MAX_FIELD_NUMBER: _ClassVar[int]
    KEEPER_BPS_FIELD_NUMBER: _ClassVar[int]
    REVOKE_NOTICE_S_FIELD_NUMBER: _ClassVar[int]
    VERDICT_TIMEOUT_S_FIELD_NUMBER: _ClassVar[int]
    TAG_TIMEOUT_S_FIELD_NUMBER: _ClassVar[int]
    DISPUTE_COOLDOWN_S_FIELD_NUMBER: _ClassVar[int]
    ERASURE_S_FIELD_NUMBER: _ClassVar[int]
    ERASURE_PENALTY_BPS_FIELD_NUMBER: _ClassVar[int]
    BOND_HOLD_S_FIELD_NUMBER: _ClassVar[int]
    ASSET_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    ERASURE_POLICY_FIELD_NUMBER: _ClassVar[int]
    REGULATOR_POLICY_FIELD_NUMBER: _ClassVar[int]
    TASK_S_MAX_FIELD_NUMBER: _ClassVar[int]
    MISSED_SEAT_BPS_FIELD_NUMBER: _ClassVar[int]
    CHEAT_SEAT_BPS_FIELD_NUMBER: _ClassVar[int]
    protocol_fee_bps: int
    referrer_bps_max: int
    min_payment_wei: str
    parents_max: str
    ancestors_max: str
    royalty_stack_bps_max: int
    duration_s_max: int
    approve_timeout_s: int
    renew_window_s: int
    grace_s_max: int
    keeper_bps: int
    revoke_notice_s: int
    verdict_timeout_s: int
    tag_timeout_s: int
    dispute_cooldown_s: int
    erasure_s: int
    erasure_penalty_bps: int
    bond_hold_s: int
    asset_bond_wei: str
    erasure_policy: str
    regulator_policy: str
    task_s_max: int
    missed_seat_bps: int
    cheat_seat_bps: int
    def __init__(self, protocol_fee_bps: _Optional[int] = ..., referrer_bps_max: _Optional[int] = ..., min_payment_wei: _Optional[str] = ..., parents_max: _Optional[str] = ..., ancestors_max: _Optional[str] = ..., royalty_stack_bps_max: _Optional[int] = ..., duration_s_max: _Optional[int] = ..., approve_timeout_s: _Optional[int] = ..., renew_window_s: _Optional[int] = ..., grace_s_max: _Optional[int] = ..., keeper_bps: _Optional[int] = ..., revoke_notice_s: _Optional[int] = ..., verdict_timeout_s: _Optional[int] = ..., tag_timeout_s: _Optional[int] = ..., dispute_cooldown_s: _Optional[int] = ..., erasure_s: _Optional[int] = ..., erasure_penalty_bps: _Optional[int] = ..., bond_hold_s: _Optional[int] = ..., asset_bond_wei: _Optional[str] = ..., erasure_policy: _Optional[str] = ..., regulator_policy: _Optional[str] = ..., task_s_max: _Optional[int] = ..., missed_seat_bps: _Optional[int] = ..., cheat_seat_bps: _Optional[int] = ...) -> None: ...

class Totals(_message.Message):
    __slots__ = ("vaults_wei", "deferred_wei", "deposits_wei", "standing_wei", "bonds_wei", "held_wei")
    VAULTS_WEI_FIELD_NUMBER: _ClassVar[int]
    DEFERRED_WEI_FIELD_NUMBER: _ClassVar[int]
    DEPOSITS_WEI_FIELD_NUMBER: _ClassVar[int]
    STANDING_WEI_FIELD_NUMBER: _ClassVar[int]
    BONDS_WEI_FIELD_NUMBER: _ClassVar[int]
    HELD_WEI_FIELD_NUMBER: _ClassVar[int]
    vaults_wei: str
    deferred_wei: str
    deposits_wei: str
    standing_wei: str
    bonds_wei: str
    held_wei: str
    def __init__(self, vaults_wei: _Optional[str] = ..., deferred_wei: _Optional[str] = ..., deposits_wei: _Optional[str] = ..., standing_wei: _Optional[str] = ..., bonds_wei: _Optional[str] = ..., held_wei: _Optional[str] = ...) -> None: ...

class Asset(_message.Message):
    __slots__ = ("owner", "state", "versions", "bond_wei", "bond_until_s")
    OWNER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    BOND_UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    owner: str
    state: AssetState
    versions: str
    bond_wei: str
    bond_until_s: int
    def __init__(self, owner: _Optional[str] = ..., state: _Optional[_Union[AssetState, str]] = ..., versions: _Optional[str] = ..., bond_wei: _Optional[str] = ..., bond_until_s: _Optional[int] = ...) -> None: ...

class Overlay(_message.Message):
    __slots__ = ("tag", "tagged_s", "frozen_s", "void_s", "until_s", "case", "is_redirected", "calm_until_s")
    TAG_FIELD_NUMBER: _ClassVar[int]
    TAGGED_S_FIELD_NUMBER: _ClassVar[int]
    FROZEN_S_FIELD_NUMBER: _ClassVar[int]
    VOID_S_FIELD_NUMBER: _ClassVar[int]
    UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    IS_REDIRECTED_FIELD_NUMBER: _ClassVar[int]
    CALM_UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    tag: TagState
    tagged_s: int
    frozen_s: int
    void_s: int
    until_s: int
    case: str
    is_redirected: bool
    calm_until_s: int
    def __init__(self, tag: _Optional[_Union[TagState, str]] = ..., tagged_s: _Optional[int] = ..., frozen_s: _Optional[int] = ..., void_s: _Optional[int] = ..., until_s: _Optional[int] = ..., case: _Optional[str] = ..., is_redirected: _Optional[bool] = ..., calm_until_s: _Optional[int] = ...) -> None: ...

class Erasure(_message.Message):
    __slots__ = ("requested_s", "until_s", "request", "proof", "noticed", "is_settled", "penalty_bps")
    REQUESTED_S_FIELD_NUMBER: _ClassVar[int]
    UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    NOTICED_FIELD_NUMBER: _ClassVar[int]
    IS_SETTLED_FIELD_NUMBER: _ClassVar[int]
    PENALTY_BPS_FIELD_NUMBER: _ClassVar[int]
    requested_s: int
    until_s: int
    request: bytes
    proof: bytes
    noticed: str
    is_settled: bool
    penalty_bps: int
    def __init__(self, requested_s: _Optional[int] = ..., until_s: _Optional[int] = ..., request: _Optional[bytes] = ..., proof: _Optional[bytes] = ..., noticed: _Optional[str] = ..., is_settled: _Optional[bool] = ..., penalty_bps: _Optional[int] = ...) -> None: ...

class Vault(_message.Message):
    __slots__ = ("received_wei", "claimed_wei", "claimable_wei", "escrow_wei", "lost_wei")
    RECEIVED_WEI_FIELD_NUMBER: _ClassVar[int]
    CLAIMED_WEI_FIELD_NUMBER: _ClassVar[int]
    CLAIMABLE_WEI_FIELD_NUMBER: _ClassVar[int]
    ESCROW_WEI_FIELD_NUMBER: _ClassVar[int]
    LOST_WEI_FIELD_NUMBER: _ClassVar[int]
    received_wei: str
    claimed_wei: str
    claimable_wei: str
    escrow_wei: str
    lost_wei: str
    def __init__(self, received_wei: _Optional[str] = ..., claimed_wei: _Optional[str] = ..., claimable_wei: _Optional[str] = ..., escrow_wei: _Optional[str] = ..., lost_wei: _Optional[str] = ...) -> None: ...

class AssetView(_message.Message):
    __slots__ = ("asset", "overlay", "erasure", "vault", "clock_s")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    OVERLAY_FIELD_NUMBER: _ClassVar[int]
    ERASURE_FIELD_NUMBER: _ClassVar[int]
    VAULT_FIELD_NUMBER: _ClassVar[int]
    CLOCK_S_FIELD_NUMBER: _ClassVar[int]
    asset: Asset
    overlay: Overlay
    erasure: Erasure
    vault: Vault
    clock_s: int
    def __init__(self, asset: _Optional[_Union[Asset, _Mapping]] = ..., overlay: _Optional[_Union[Overlay, _Mapping]] = ..., erasure: _Optional[_Union[Erasure, _Mapping]] = ..., vault: _Optional[_Union[Vault, _Mapping]] = ..., clock_s: _Optional[int] = ...) -> None: ...

class Version(_message.Message):
    __slots__ = ("content", "schema", "uri", "published_s", "expires_s", "stack_bps")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_S_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_S_FIELD_NUMBER: _ClassVar[int]
    STACK_BPS_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    schema: bytes
    uri: str
    published_s: int
    expires_s: int
    stack_bps: int
    def __init__(self, content: _Optional[bytes] = ..., schema: _Optional[bytes] = ..., uri: _Optional[str] = ..., published_s: _Optional[int] = ..., expires_s: _Optional[int] = ..., stack_bps: _Optional[int] = ...) -> None: ...

class Parent(_message.Message):
    __slots__ = ("asset", "version", "licence", "royalty_bps")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    ROYALTY_BPS_FIELD_NUMBER: _ClassVar[int]
    asset: str
    version: str
    licence: str
    royalty_bps: int
    def __init__(self, asset: _Optional[str] = ..., version: _Optional[str] = ..., licence: _Optional[str] = ..., royalty_bps: _Optional[int] = ...) -> None: ...

class Share(_message.Message):
    __slots__ = ("asset", "bps")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    BPS_FIELD_NUMBER: _ClassVar[int]
    asset: str
    bps: int
    def __init__(self, asset: _Optional[str] = ..., bps: _Optional[int] = ...) -> None: ...

class Child(_message.Message):
    __slots__ = ("asset", "version")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    asset: str
    version: str
    def __init__(self, asset: _Optional[str] = ..., version: _Optional[str] = ...) -> None: ...

class Offer(_message.Message):
    __slots__ = ("asset", "version", "state", "terms_hash", "sold")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TERMS_HASH_FIELD_NUMBER: _ClassVar[int]
    SOLD_FIELD_NUMBER: _ClassVar[int]
    asset: str
    version: str
    state: OfferState
    terms_hash: bytes
    sold: str
    def __init__(self, asset: _Optional[str] = ..., version: _Optional[str] = ..., state: _Optional[_Union[OfferState, str]] = ..., terms_hash: _Optional[bytes] = ..., sold: _Optional[str] = ...) -> None: ...

class Terms(_message.Message):
    __slots__ = ("kind", "price_wei", "duration_s", "grace_s", "uses", "seats", "deposit_wei", "late_fee_wei", "supply", "account_max", "purposes", "apps", "royalty_bps", "is_derivable", "is_transferable", "needs_approval", "policy", "referrer_bps", "text")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    DURATION_S_FIELD_NUMBER: _ClassVar[int]
    GRACE_S_FIELD_NUMBER: _ClassVar[int]
    USES_FIELD_NUMBER: _ClassVar[int]
    SEATS_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_WEI_FIELD_NUMBER: _ClassVar[int]
    LATE_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    SUPPLY_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_MAX_FIELD_NUMBER: _ClassVar[int]
    PURPOSES_FIELD_NUMBER: _ClassVar[int]
    APPS_FIELD_NUMBER: _ClassVar[int]
    ROYALTY_BPS_FIELD_NUMBER: _ClassVar[int]
    IS_DERIVABLE_FIELD_NUMBER: _ClassVar[int]
    IS_TRANSFERABLE_FIELD_NUMBER: _ClassVar[int]
    NEEDS_APPROVAL_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    REFERRER_BPS_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    kind: Kind
    price_wei: str
    duration_s: int
    grace_s: int
    uses: str
    seats: str
    deposit_wei: str
    late_fee_wei: str
    supply: str
    account_max: str
    purposes: str
    apps: _containers.RepeatedScalarFieldContainer[bytes]
    royalty_bps: int
    is_derivable: bool
    is_transferable: bool
    needs_approval: bool
    policy: str
    referrer_bps: int
    text: bytes
    def __init__(self, kind: _Optional[_Union[Kind, str]] = ..., price_wei: _Optional[str] = ..., duration_s: _Optional[int] = ..., grace_s: _Optional[int] = ..., uses: _Optional[str] = ..., seats: _Optional[str] = ..., deposit_wei: _Optional[str] = ..., late_fee_wei: _Optional[str] = ..., supply: _Optional[str] = ..., account_max: _Optional[str] = ..., purposes: _Optional[str] = ..., apps: _Optional[_Iterable[bytes]] = ..., royalty_bps: _Optional[int] = ..., is_derivable: _Optional[bool] = ..., is_transferable: _Optional[bool] = ..., needs_approval: _Optional[bool] = ..., policy: _Optional[str] = ..., referrer_bps: _Optional[int] = ..., text: _Optional[bytes] = ...) -> None: ...

class OfferView(_message.Message):
    __slots__ = ("offer", "terms")
    OFFER_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    offer: Offer
    terms: Terms
    def __init__(self, offer: _Optional[_Union[Offer, _Mapping]] = ..., terms: _Optional[_Union[Terms, _Mapping]] = ...) -> None: ...

class QuoteShare(_message.Message):
    __slots__ = ("asset", "bps", "amount_wei")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    BPS_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    asset: str
    bps: int
    amount_wei: str
    def __init__(self, asset: _Optional[str] = ..., bps: _Optional[int] = ..., amount_wei: _Optional[str] = ...) -> None: ...

class Quote(_message.Message):
    __slots__ = ("price_wei", "deposit_wei", "total_wei", "fee_wei", "referrer_wei", "royalties", "owner_wei")
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_WEI_FIELD_NUMBER: _ClassVar[int]
    TOTAL_WEI_FIELD_NUMBER: _ClassVar[int]
    FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    REFERRER_WEI_FIELD_NUMBER: _ClassVar[int]
    ROYALTIES_FIELD_NUMBER: _ClassVar[int]
    OWNER_WEI_FIELD_NUMBER: _ClassVar[int]
    price_wei: str
    deposit_wei: str
    total_wei: str
    fee_wei: str
    referrer_wei: str
    royalties: _containers.RepeatedCompositeFieldContainer[QuoteShare]
    owner_wei: str
    def __init__(self, price_wei: _Optional[str] = ..., deposit_wei: _Optional[str] = ..., total_wei: _Optional[str] = ..., fee_wei: _Optional[str] = ..., referrer_wei: _Optional[str] = ..., royalties: _Optional[_Iterable[_Union[QuoteShare, _Mapping]]] = ..., owner_wei: _Optional[str] = ...) -> None: ...

class Case(_message.Message):
    __slots__ = ("kind", "state", "asset", "licence", "accused", "challenger", "tag", "true_owner", "evidence", "claim", "until_s")
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    ACCUSED_FIELD_NUMBER: _ClassVar[int]
    CHALLENGER_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    TRUE_OWNER_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    kind: CaseKind
    state: CaseState
    asset: str
    licence: str
    accused: str
    challenger: str
    tag: Tag
    true_owner: str
    evidence: bytes
    claim: str
    until_s: int
    def __init__(self, kind: _Optional[_Union[CaseKind, str]] = ..., state: _Optional[_Union[CaseState, str]] = ..., asset: _Optional[str] = ..., licence: _Optional[str] = ..., accused: _Optional[str] = ..., challenger: _Optional[str] = ..., tag: _Optional[_Union[Tag, str]] = ..., true_owner: _Optional[str] = ..., evidence: _Optional[bytes] = ..., claim: _Optional[str] = ..., until_s: _Optional[int] = ...) -> None: ...

class Licence(_message.Message):
    __slots__ = ("offer", "asset", "version", "holder", "payer", "referrer", "state", "terms_hash", "used", "bought_s", "until_s", "deposit_wei")
    OFFER_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    PAYER_FIELD_NUMBER: _ClassVar[int]
    REFERRER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TERMS_HASH_FIELD_NUMBER: _ClassVar[int]
    USED_FIELD_NUMBER: _ClassVar[int]
    BOUGHT_S_FIELD_NUMBER: _ClassVar[int]
    UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_WEI_FIELD_NUMBER: _ClassVar[int]
    offer: str
    asset: str
    version: str
    holder: str
    payer: str
    referrer: str
    state: LicenceState
    terms_hash: bytes
    used: str
    bought_s: int
    until_s: int
    deposit_wei: str
    def __init__(self, offer: _Optional[str] = ..., asset: _Optional[str] = ..., version: _Optional[str] = ..., holder: _Optional[str] = ..., payer: _Optional[str] = ..., referrer: _Optional[str] = ..., state: _Optional[_Union[LicenceState, str]] = ..., terms_hash: _Optional[bytes] = ..., used: _Optional[str] = ..., bought_s: _Optional[int] = ..., until_s: _Optional[int] = ..., deposit_wei: _Optional[str] = ...) -> None: ...

class Term(_message.Message):
    __slots__ = ("price_wei", "released_wei", "starts_at", "ends_at", "fee_bps", "next_price_wei", "next_fee_bps")
    PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    RELEASED_WEI_FIELD_NUMBER: _ClassVar[int]
    STARTS_AT_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PRICE_WEI_FIELD_NUMBER: _ClassVar[int]
    NEXT_FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    price_wei: str
    released_wei: str
    starts_at: int
    ends_at: int
    fee_bps: int
    next_price_wei: str
    next_fee_bps: int
    def __init__(self, price_wei: _Optional[str] = ..., released_wei: _Optional[str] = ..., starts_at: _Optional[int] = ..., ends_at: _Optional[int] = ..., fee_bps: _Optional[int] = ..., next_price_wei: _Optional[str] = ..., next_fee_bps: _Optional[int] = ...) -> None: ...

class Ledger(_message.Message):
    __slots__ = ("paid_wei", "earned_wei", "refunded_wei")
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    REFUNDED_WEI_FIELD_NUMBER: _ClassVar[int]
    paid_wei: str
    earned_wei: str
    refunded_wei: str
    def __init__(self, paid_wei: _Optional[str] = ..., earned_wei: _Optional[str] = ..., refunded_wei: _Optional[str] = ...) -> None: ...

class Standing(_message.Message):
    __slots__ = ("funder", "balance_wei", "price_wei_max", "total_wei_max", "spent_wei")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    BALANCE_WEI_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    TOTAL_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    SPENT_WEI_FIELD_NUMBER: _ClassVar[int]
    funder: str
    balance_wei: str
    price_wei_max: str
    total_wei_max: str
    spent_wei: str
    def __init__(self, funder: _Optional[str] = ..., balance_wei: _Optional[str] = ..., price_wei_max: _Optional[str] = ..., total_wei_max: _Optional[str] = ..., spent_wei: _Optional[str] = ...) -> None: ...

class Revocation(_message.Message):
    __slots__ = ("state", "ground", "revoker", "evidence", "until_s", "held_wei", "case")
    STATE_FIELD_NUMBER: _ClassVar[int]
    GROUND_FIELD_NUMBER: _ClassVar[int]
    REVOKER_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    HELD_WEI_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    state: RevocationState
    ground: Ground
    revoker: str
    evidence: bytes
    until_s: int
    held_wei: str
    case: str
    def __init__(self, state: _Optional[_Union[RevocationState, str]] = ..., ground: _Optional[_Union[Ground, str]] = ..., revoker: _Optional[str] = ..., evidence: _Optional[bytes] = ..., until_s: _Optional[int] = ..., held_wei: _Optional[str] = ..., case: _Optional[str] = ...) -> None: ...

class LicenceView(_message.Message):
    __slots__ = ("licence", "state", "term", "ledger", "standing", "revocation", "earned_wei", "late_fee_wei")
    LICENCE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    LEDGER_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    REVOCATION_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    LATE_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    licence: Licence
    state: LicenceState
    term: Term
    ledger: Ledger
    standing: Standing
    revocation: Revocation
    earned_wei: str
    late_fee_wei: str
    def __init__(self, licence: _Optional[_Union[Licence, _Mapping]] = ..., state: _Optional[_Union[LicenceState, str]] = ..., term: _Optional[_Union[Term, _Mapping]] = ..., ledger: _Optional[_Union[Ledger, _Mapping]] = ..., standing: _Optional[_Union[Standing, _Mapping]] = ..., revocation: _Optional[_Union[Revocation, _Mapping]] = ..., earned_wei: _Optional[str] = ..., late_fee_wei: _Optional[str] = ...) -> None: ...

class Use(_message.Message):
    __slots__ = ("user", "at_s", "count", "purpose", "app", "receipt")
    USER_FIELD_NUMBER: _ClassVar[int]
    AT_S_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    user: str
    at_s: int
    count: str
    purpose: str
    app: bytes
    receipt: bytes
    def __init__(self, user: _Optional[str] = ..., at_s: _Optional[int] = ..., count: _Optional[str] = ..., purpose: _Optional[str] = ..., app: _Optional[bytes] = ..., receipt: _Optional[bytes] = ...) -> None: ...

class Task(_message.Message):
    __slots__ = ("requester", "state", "budget_wei", "paid_wei", "fee_bps", "first_open", "live", "settled", "missed_bps", "cheat_bps")
    REQUESTER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    BUDGET_WEI_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    FEE_BPS_FIELD_NUMBER: _ClassVar[int]
    FIRST_OPEN_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    SETTLED_FIELD_NUMBER: _ClassVar[int]
    MISSED_BPS_FIELD_NUMBER: _ClassVar[int]
    CHEAT_BPS_FIELD_NUMBER: _ClassVar[int]
    requester: str
    state: TaskState
    budget_wei: str
    paid_wei: str
    fee_bps: int
    first_open: str
    live: str
    settled: str
    missed_bps: int
    cheat_bps: int
    def __init__(self, requester: _Optional[str] = ..., state: _Optional[_Union[TaskState, str]] = ..., budget_wei: _Optional[str] = ..., paid_wei: _Optional[str] = ..., fee_bps: _Optional[int] = ..., first_open: _Optional[str] = ..., live: _Optional[str] = ..., settled: _Optional[str] = ..., missed_bps: _Optional[int] = ..., cheat_bps: _Optional[int] = ...) -> None: ...

class TaskTerms(_message.Message):
    __slots__ = ("guide", "items_root", "gold_root", "batches", "items", "labels", "overlap", "awards", "pay_wei", "bond_wei", "gold_min_bps", "agreement_min_bps", "policy", "answer_s", "open_s", "review_s", "ends_s")
    GUIDE_FIELD_NUMBER: _ClassVar[int]
    ITEMS_ROOT_FIELD_NUMBER: _ClassVar[int]
    GOLD_ROOT_FIELD_NUMBER: _ClassVar[int]
    BATCHES_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    OVERLAP_FIELD_NUMBER: _ClassVar[int]
    AWARDS_FIELD_NUMBER: _ClassVar[int]
    PAY_WEI_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    GOLD_MIN_BPS_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_MIN_BPS_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    ANSWER_S_FIELD_NUMBER: _ClassVar[int]
    OPEN_S_FIELD_NUMBER: _ClassVar[int]
    REVIEW_S_FIELD_NUMBER: _ClassVar[int]
    ENDS_S_FIELD_NUMBER: _ClassVar[int]
    guide: bytes
    items_root: bytes
    gold_root: bytes
    batches: str
    items: str
    labels: str
    overlap: str
    awards: str
    pay_wei: str
    bond_wei: str
    gold_min_bps: int
    agreement_min_bps: int
    policy: str
    answer_s: int
    open_s: int
    review_s: int
    ends_s: int
    def __init__(self, guide: _Optional[bytes] = ..., items_root: _Optional[bytes] = ..., gold_root: _Optional[bytes] = ..., batches: _Optional[str] = ..., items: _Optional[str] = ..., labels: _Optional[str] = ..., overlap: _Optional[str] = ..., awards: _Optional[str] = ..., pay_wei: _Optional[str] = ..., bond_wei: _Optional[str] = ..., gold_min_bps: _Optional[int] = ..., agreement_min_bps: _Optional[int] = ..., policy: _Optional[str] = ..., answer_s: _Optional[int] = ..., open_s: _Optional[int] = ..., review_s: _Optional[int] = ..., ends_s: _Optional[int] = ...) -> None: ...

class TaskView(_message.Message):
    __slots__ = ("task", "terms")
    TASK_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    task: Task
    terms: TaskTerms
    def __init__(self, task: _Optional[_Union[Task, _Mapping]] = ..., terms: _Optional[_Union[TaskTerms, _Mapping]] = ...) -> None: ...

class Batch(_message.Message):
    __slots__ = ("state", "sealed", "opened", "until_s", "span_s")
    STATE_FIELD_NUMBER: _ClassVar[int]
    SEALED_FIELD_NUMBER: _ClassVar[int]
    OPENED_FIELD_NUMBER: _ClassVar[int]
    UNTIL_S_FIELD_NUMBER: _ClassVar[int]
    SPAN_S_FIELD_NUMBER: _ClassVar[int]
    state: BatchState
    sealed: str
    opened: str
    until_s: int
    span_s: int
    def __init__(self, state: _Optional[_Union[BatchState, str]] = ..., sealed: _Optional[str] = ..., opened: _Optional[str] = ..., until_s: _Optional[int] = ..., span_s: _Optional[int] = ...) -> None: ...

class Seat(_message.Message):
    __slots__ = ("annotator", "state", "seal", "report", "answers", "gold_bps", "agreement_bps", "paid_wei")
    ANNOTATOR_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SEAL_FIELD_NUMBER: _ClassVar[int]
    REPORT_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    GOLD_BPS_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_BPS_FIELD_NUMBER: _ClassVar[int]
    PAID_WEI_FIELD_NUMBER: _ClassVar[int]
    annotator: str
    state: SeatState
    seal: bytes
    report: bytes
    answers: bytes
    gold_bps: int
    agreement_bps: int
    paid_wei: str
    def __init__(self, annotator: _Optional[str] = ..., state: _Optional[_Union[SeatState, str]] = ..., seal: _Optional[bytes] = ..., report: _Optional[bytes] = ..., answers: _Optional[bytes] = ..., gold_bps: _Optional[int] = ..., agreement_bps: _Optional[int] = ..., paid_wei: _Optional[str] = ...) -> None: ...

class Member(_message.Message):
    __slots__ = ("bond_wei", "live", "settled", "earned_wei", "is_member")
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    SETTLED_FIELD_NUMBER: _ClassVar[int]
    EARNED_WEI_FIELD_NUMBER: _ClassVar[int]
    IS_MEMBER_FIELD_NUMBER: _ClassVar[int]
    bond_wei: str
    live: str
    settled: str
    earned_wei: str
    is_member: bool
    def __init__(self, bond_wei: _Optional[str] = ..., live: _Optional[str] = ..., settled: _Optional[str] = ..., earned_wei: _Optional[str] = ..., is_member: _Optional[bool] = ...) -> None: ...

class AnnotationTotals(_message.Message):
    __slots__ = ("budgets_wei", "bonds_wei")
    BUDGETS_WEI_FIELD_NUMBER: _ClassVar[int]
    BONDS_WEI_FIELD_NUMBER: _ClassVar[int]
    budgets_wei: str
    bonds_wei: str
    def __init__(self, budgets_wei: _Optional[str] = ..., bonds_wei: _Optional[str] = ...) -> None: ...

class VersionTerms(_message.Message):
    __slots__ = ("content", "schema", "uri", "parents")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    PARENTS_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    schema: bytes
    uri: str
    parents: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, content: _Optional[bytes] = ..., schema: _Optional[bytes] = ..., uri: _Optional[str] = ..., parents: _Optional[_Iterable[str]] = ...) -> None: ...

class Guards(_message.Message):
    __slots__ = ("terms_hash", "price_wei_max", "royalty_bps_max")
    TERMS_HASH_FIELD_NUMBER: _ClassVar[int]
    PRICE_WEI_MAX_FIELD_NUMBER: _ClassVar[int]
    ROYALTY_BPS_MAX_FIELD_NUMBER: _ClassVar[int]
    terms_hash: bytes
    price_wei_max: str
    royalty_bps_max: int
    def __init__(self, terms_hash: _Optional[bytes] = ..., price_wei_max: _Optional[str] = ..., royalty_bps_max: _Optional[int] = ...) -> None: ...

class Gold(_message.Message):
    __slots__ = ("item", "label")
    ITEM_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    item: str
    label: str
    def __init__(self, item: _Optional[str] = ..., label: _Optional[str] = ...) -> None: ...
