from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SubjectState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SUBJECT_STATE_NOTHING: _ClassVar[SubjectState]
    SUBJECT_STATE_ACTIVE: _ClassVar[SubjectState]
    SUBJECT_STATE_FROZEN: _ClassVar[SubjectState]
    SUBJECT_STATE_RECOVERING: _ClassVar[SubjectState]
    SUBJECT_STATE_DEACTIVATED: _ClassVar[SubjectState]

class CredentialState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CREDENTIAL_STATE_NOTHING: _ClassVar[CredentialState]
    CREDENTIAL_STATE_ISSUED: _ClassVar[CredentialState]
    CREDENTIAL_STATE_ACTIVE: _ClassVar[CredentialState]
    CREDENTIAL_STATE_SUSPENDED: _ClassVar[CredentialState]
    CREDENTIAL_STATE_EXPIRED: _ClassVar[CredentialState]
    CREDENTIAL_STATE_REVOKED: _ClassVar[CredentialState]
    CREDENTIAL_STATE_ERASED: _ClassVar[CredentialState]

class GrantState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GRANT_STATE_NOTHING: _ClassVar[GrantState]
    GRANT_STATE_GRANTED: _ClassVar[GrantState]
    GRANT_STATE_EXPIRED: _ClassVar[GrantState]
    GRANT_STATE_REVOKED: _ClassVar[GrantState]

class IssuerState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ISSUER_STATE_NOTHING: _ClassVar[IssuerState]
    ISSUER_STATE_PROPOSED: _ClassVar[IssuerState]
    ISSUER_STATE_BONDED: _ClassVar[IssuerState]
    ISSUER_STATE_FROZEN: _ClassVar[IssuerState]
    ISSUER_STATE_LAPSED: _ClassVar[IssuerState]
    ISSUER_STATE_RESIGNING: _ClassVar[IssuerState]
    ISSUER_STATE_RESIGNED: _ClassVar[IssuerState]
    ISSUER_STATE_REMOVED: _ClassVar[IssuerState]
SUBJECT_STATE_NOTHING: SubjectState
SUBJECT_STATE_ACTIVE: SubjectState
SUBJECT_STATE_FROZEN: SubjectState
SUBJECT_STATE_RECOVERING: SubjectState
SUBJECT_STATE_DEACTIVATED: SubjectState
CREDENTIAL_STATE_NOTHING: CredentialState
CREDENTIAL_STATE_ISSUED: CredentialState
CREDENTIAL_STATE_ACTIVE: CredentialState
CREDENTIAL_STATE_SUSPENDED: CredentialState
CREDENTIAL_STATE_EXPIRED: CredentialState
CREDENTIAL_STATE_REVOKED: CredentialState
CREDENTIAL_STATE_ERASED: CredentialState
GRANT_STATE_NOTHING: GrantState
GRANT_STATE_GRANTED: GrantState
GRANT_STATE_EXPIRED: GrantState
GRANT_STATE_REVOKED: GrantState
ISSUER_STATE_NOTHING: IssuerState
ISSUER_STATE_PROPOSED: IssuerState
ISSUER_STATE_BONDED: IssuerState
ISSUER_STATE_FROZEN: IssuerState
ISSUER_STATE_LAPSED: IssuerState
ISSUER_STATE_RESIGNING: IssuerState
ISSUER_STATE_RESIGNED: IssuerState
ISSUER_STATE_REMOVED: IssuerState

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
    result: IdentityParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[IdentityParams, _Mapping]] = ...) -> None: ...

class SubjectRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class SubjectResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: SubjectInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[SubjectInfo, _Mapping]] = ...) -> None: ...

class ClaimDigestRequest(_message.Message):
    __slots__ = ("at_height", "signed")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    signed: SignedClaim
    def __init__(self, at_height: _Optional[int] = ..., signed: _Optional[_Union[SignedClaim, _Mapping]] = ...) -> None: ...

class ClaimDigestResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bytes
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bytes] = ...) -> None: ...

class PolicyTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class PolicyTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class PolicyRequest(_message.Message):
    __slots__ = ("at_height", "number", "version")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    version: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ..., version: _Optional[str] = ...) -> None: ...

class PolicyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: PolicyInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[PolicyInfo, _Mapping]] = ...) -> None: ...

class PoliciesOfRequest(_message.Message):
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

class PoliciesOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class IsBarredRequest(_message.Message):
    __slots__ = ("at_height", "list", "subject")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LIST_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    list: str
    subject: str
    def __init__(self, at_height: _Optional[int] = ..., list: _Optional[str] = ..., subject: _Optional[str] = ...) -> None: ...

class IsBarredResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class CanRequest(_message.Message):
    __slots__ = ("at_height", "account", "policy")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    policy: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ..., policy: _Optional[str] = ...) -> None: ...

class CanResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Answer
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Answer, _Mapping]] = ...) -> None: ...

class CredentialTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class CredentialTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class CredentialRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class CredentialResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: CredentialInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[CredentialInfo, _Mapping]] = ...) -> None: ...

class CredentialsOfRequest(_message.Message):
    __slots__ = ("at_height", "subject", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    subject: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., subject: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class CredentialsOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class TombstoneRequest(_message.Message):
    __slots__ = ("at_height", "subject", "commitment")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    subject: str
    commitment: bytes
    def __init__(self, at_height: _Optional[int] = ..., subject: _Optional[str] = ..., commitment: _Optional[bytes] = ...) -> None: ...

class TombstoneResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class ApprovalRequest(_message.Message):
    __slots__ = ("at_height", "subject", "guardian")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    GUARDIAN_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    subject: str
    guardian: str
    def __init__(self, at_height: _Optional[int] = ..., subject: _Optional[str] = ..., guardian: _Optional[str] = ...) -> None: ...

class ApprovalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Approval
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Approval, _Mapping]] = ...) -> None: ...

class DisclosureRequest(_message.Message):
    __slots__ = ("at_height", "grant")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GRANT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    grant: str
    def __init__(self, at_height: _Optional[int] = ..., grant: _Optional[str] = ...) -> None: ...

class DisclosureResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Grant
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Grant, _Mapping]] = ...) -> None: ...

class DisclosuresOfRequest(_message.Message):
    __slots__ = ("at_height", "subject", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    subject: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., subject: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class DisclosuresOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class IsDisclosedRequest(_message.Message):
    __slots__ = ("at_height", "grant", "auditor", "module", "index")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GRANT_FIELD_NUMBER: _ClassVar[int]
    AUDITOR_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    INDEX_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    grant: str
    auditor: str
    module: str
    index: str
    def __init__(self, at_height: _Optional[int] = ..., grant: _Optional[str] = ..., auditor: _Optional[str] = ..., module: _Optional[str] = ..., index: _Optional[str] = ...) -> None: ...

class IsDisclosedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class IsSchemaDisclosedRequest(_message.Message):
    __slots__ = ("at_height", "grant", "auditor", "schema")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GRANT_FIELD_NUMBER: _ClassVar[int]
    AUDITOR_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    grant: str
    auditor: str
    schema: bytes
    def __init__(self, at_height: _Optional[int] = ..., grant: _Optional[str] = ..., auditor: _Optional[str] = ..., schema: _Optional[bytes] = ...) -> None: ...

class IsSchemaDisclosedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class WhoAccessedRequest(_message.Message):
    __slots__ = ("at_height", "subject", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    subject: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., subject: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class WhoAccessedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[Access]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[Access, _Mapping]]] = ...) -> None: ...

class AuditTotalRequest(_message.Message):
    __slots__ = ("at_height", "module")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    module: str
    def __init__(self, at_height: _Optional[int] = ..., module: _Optional[str] = ...) -> None: ...

class AuditTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class AuditEpochRequest(_message.Message):
    __slots__ = ("at_height", "module", "epoch")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    module: str
    epoch: str
    def __init__(self, at_height: _Optional[int] = ..., module: _Optional[str] = ..., epoch: _Optional[str] = ...) -> None: ...

class AuditEpochResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: AuditEpoch
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[AuditEpoch, _Mapping]] = ...) -> None: ...

class AuditEpochsRequest(_message.Message):
    __slots__ = ("at_height", "module", "first", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    module: str
    first: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., module: _Optional[str] = ..., first: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class AuditEpochsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedCompositeFieldContainer[AuditEpoch]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[_Union[AuditEpoch, _Mapping]]] = ...) -> None: ...

class EntryHashRequest(_message.Message):
    __slots__ = ("at_height", "entry")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    entry: AuditEntry
    def __init__(self, at_height: _Optional[int] = ..., entry: _Optional[_Union[AuditEntry, _Mapping]] = ...) -> None: ...

class EntryHashResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bytes
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bytes] = ...) -> None: ...

class IsEntryLoggedRequest(_message.Message):
    __slots__ = ("at_height", "module", "epoch", "entry", "path")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    MODULE_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    ENTRY_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    module: str
    epoch: str
    entry: AuditEntry
    path: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, at_height: _Optional[int] = ..., module: _Optional[str] = ..., epoch: _Optional[str] = ..., entry: _Optional[_Union[AuditEntry, _Mapping]] = ..., path: _Optional[_Iterable[bytes]] = ...) -> None: ...

class IsEntryLoggedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class RegistrationCostRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class RegistrationCostResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class SubjectTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class SubjectTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class SubjectOfRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class SubjectOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DidRequest(_message.Message):
    __slots__ = ("at_height", "subject")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    subject: str
    def __init__(self, at_height: _Optional[int] = ..., subject: _Optional[str] = ...) -> None: ...

class DidResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class AttributeRequest(_message.Message):
    __slots__ = ("at_height", "subject", "schema")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    subject: str
    schema: bytes
    def __init__(self, at_height: _Optional[int] = ..., subject: _Optional[str] = ..., schema: _Optional[bytes] = ...) -> None: ...

class AttributeResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Attribute
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Attribute, _Mapping]] = ...) -> None: ...

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

class IssuerTotalRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class IssuerTotalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class IssuerRequest(_message.Message):
    __slots__ = ("at_height", "number")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    number: str
    def __init__(self, at_height: _Optional[int] = ..., number: _Optional[str] = ...) -> None: ...

class IssuerResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: IssuerInfo
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[IssuerInfo, _Mapping]] = ...) -> None: ...

class IssuerOfRequest(_message.Message):
    __slots__ = ("at_height", "key")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    key: str
    def __init__(self, at_height: _Optional[int] = ..., key: _Optional[str] = ...) -> None: ...

class IssuerOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class MsgCreatePolicy(_message.Message):
    __slots__ = ("envelope", "terms", "owner")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    terms: PolicyTerms
    owner: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., terms: _Optional[_Union[PolicyTerms, _Mapping]] = ..., owner: _Optional[str] = ...) -> None: ...

class MsgCreatePolicyResponse(_message.Message):
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

class MsgAmendPolicy(_message.Message):
    __slots__ = ("envelope", "policy", "terms")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    policy: str
    terms: PolicyTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., policy: _Optional[str] = ..., terms: _Optional[_Union[PolicyTerms, _Mapping]] = ...) -> None: ...

class MsgAmendPolicyResponse(_message.Message):
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

class MsgGovernPolicy(_message.Message):
    __slots__ = ("envelope", "policy", "terms")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    policy: str
    terms: PolicyTerms
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., policy: _Optional[str] = ..., terms: _Optional[_Union[PolicyTerms, _Mapping]] = ...) -> None: ...

class MsgGovernPolicyResponse(_message.Message):
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

class MsgCreateList(_message.Message):
    __slots__ = ("envelope", "owner")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    owner: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., owner: _Optional[str] = ...) -> None: ...

class MsgCreateListResponse(_message.Message):
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

class MsgBar(_message.Message):
    __slots__ = ("envelope", "list", "subject", "is_barred")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LIST_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    IS_BARRED_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    list: str
    subject: str
    is_barred: bool
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., list: _Optional[str] = ..., subject: _Optional[str] = ..., is_barred: _Optional[bool] = ...) -> None: ...

class MsgBarResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgGovernBar(_message.Message):
    __slots__ = ("envelope", "list", "subject", "is_barred")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    LIST_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    IS_BARRED_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    list: str
    subject: str
    is_barred: bool
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., list: _Optional[str] = ..., subject: _Optional[str] = ..., is_barred: _Optional[bool] = ...) -> None: ...

class MsgGovernBarResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgIssue(_message.Message):
    __slots__ = ("envelope", "claim")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    claim: Claim
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., claim: _Optional[_Union[Claim, _Mapping]] = ...) -> None: ...

class MsgIssueResponse(_message.Message):
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

class MsgPresent(_message.Message):
    __slots__ = ("envelope", "signed", "signature")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SIGNED_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    signed: SignedClaim
    signature: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., signed: _Optional[_Union[SignedClaim, _Mapping]] = ..., signature: _Optional[bytes] = ...) -> None: ...

class MsgPresentResponse(_message.Message):
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

class MsgCancelClaim(_message.Message):
    __slots__ = ("envelope", "nonce")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    nonce: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., nonce: _Optional[str] = ...) -> None: ...

class MsgCancelClaimResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSuspend(_message.Message):
    __slots__ = ("envelope", "credential")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    credential: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., credential: _Optional[str] = ...) -> None: ...

class MsgSuspendResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgResume(_message.Message):
    __slots__ = ("envelope", "credential")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    credential: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., credential: _Optional[str] = ...) -> None: ...

class MsgResumeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRevoke(_message.Message):
    __slots__ = ("envelope", "credential")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    credential: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., credential: _Optional[str] = ...) -> None: ...

class MsgRevokeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgErase(_message.Message):
    __slots__ = ("envelope", "credential")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    credential: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., credential: _Optional[str] = ...) -> None: ...

class MsgEraseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgErasePayload(_message.Message):
    __slots__ = ("envelope", "subject", "commitment")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    commitment: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., commitment: _Optional[bytes] = ...) -> None: ...

class MsgErasePayloadResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSetGuardians(_message.Message):
    __slots__ = ("envelope", "subject", "members", "threshold")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    members: _containers.RepeatedScalarFieldContainer[str]
    threshold: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., members: _Optional[_Iterable[str]] = ..., threshold: _Optional[str] = ...) -> None: ...

class MsgSetGuardiansResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgCancelGuardians(_message.Message):
    __slots__ = ("envelope", "subject")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ...) -> None: ...

class MsgCancelGuardiansResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgApproveRecovery(_message.Message):
    __slots__ = ("envelope", "subject", "key", "permission")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    key: str
    permission: Permission
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., key: _Optional[str] = ..., permission: _Optional[_Union[Permission, _Mapping]] = ...) -> None: ...

class MsgApproveRecoveryResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgVetoRecovery(_message.Message):
    __slots__ = ("envelope", "subject")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ...) -> None: ...

class MsgVetoRecoveryResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgFreeze(_message.Message):
    __slots__ = ("envelope", "subject", "case", "blocks")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    BLOCKS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    case: bytes
    blocks: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., case: _Optional[bytes] = ..., blocks: _Optional[str] = ...) -> None: ...

class MsgFreezeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgLiftFreeze(_message.Message):
    __slots__ = ("envelope", "subject")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ...) -> None: ...

class MsgLiftFreezeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgGovernFreeze(_message.Message):
    __slots__ = ("envelope", "subject", "blocks")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    BLOCKS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    blocks: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., blocks: _Optional[str] = ...) -> None: ...

class MsgGovernFreezeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgGrantDisclosure(_message.Message):
    __slots__ = ("envelope", "subject", "auditor", "scope", "expiry_s")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    AUDITOR_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    EXPIRY_S_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    auditor: str
    scope: DisclosureScope
    expiry_s: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., auditor: _Optional[str] = ..., scope: _Optional[_Union[DisclosureScope, _Mapping]] = ..., expiry_s: _Optional[int] = ...) -> None: ...

class MsgGrantDisclosureResponse(_message.Message):
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

class MsgRevokeDisclosure(_message.Message):
    __slots__ = ("envelope", "grant")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    GRANT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    grant: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., grant: _Optional[str] = ...) -> None: ...

class MsgRevokeDisclosureResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgNoteAccess(_message.Message):
    __slots__ = ("envelope", "grant", "payload")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    GRANT_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    grant: str
    payload: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., grant: _Optional[str] = ..., payload: _Optional[bytes] = ...) -> None: ...

class MsgNoteAccessResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRegister(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

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

class MsgLinkAccount(_message.Message):
    __slots__ = ("envelope", "subject", "account", "permission")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    account: str
    permission: Permission
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., account: _Optional[str] = ..., permission: _Optional[_Union[Permission, _Mapping]] = ...) -> None: ...

class MsgLinkAccountResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgUnlinkAccount(_message.Message):
    __slots__ = ("envelope", "subject", "account")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    account: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class MsgUnlinkAccountResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRotateKey(_message.Message):
    __slots__ = ("envelope", "subject", "key", "permission")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    key: str
    permission: Permission
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., key: _Optional[str] = ..., permission: _Optional[_Union[Permission, _Mapping]] = ...) -> None: ...

class MsgRotateKeyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgChangeAttribute(_message.Message):
    __slots__ = ("envelope", "subject", "schema", "commitment")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    schema: bytes
    commitment: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ..., schema: _Optional[bytes] = ..., commitment: _Optional[bytes] = ...) -> None: ...

class MsgChangeAttributeResponse(_message.Message):
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

class MsgDeactivate(_message.Message):
    __slots__ = ("envelope", "subject")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    subject: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., subject: _Optional[str] = ...) -> None: ...

class MsgDeactivateResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgProposeIssuer(_message.Message):
    __slots__ = ("envelope", "key", "schemas", "uri")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    SCHEMAS_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    key: str
    schemas: _containers.RepeatedScalarFieldContainer[bytes]
    uri: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., key: _Optional[str] = ..., schemas: _Optional[_Iterable[bytes]] = ..., uri: _Optional[str] = ...) -> None: ...

class MsgProposeIssuerResponse(_message.Message):
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

class MsgBondIssuer(_message.Message):
    __slots__ = ("envelope", "issuer")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ...) -> None: ...

class MsgBondIssuerResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRenewIssuer(_message.Message):
    __slots__ = ("envelope", "issuer")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ...) -> None: ...

class MsgRenewIssuerResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRotateIssuerKey(_message.Message):
    __slots__ = ("envelope", "issuer", "key", "permission")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    key: str
    permission: Permission
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ..., key: _Optional[str] = ..., permission: _Optional[_Union[Permission, _Mapping]] = ...) -> None: ...

class MsgRotateIssuerKeyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgResignIssuer(_message.Message):
    __slots__ = ("envelope", "issuer")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ...) -> None: ...

class MsgResignIssuerResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgFreezeIssuer(_message.Message):
    __slots__ = ("envelope", "issuer", "case", "blocks")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    BLOCKS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    case: bytes
    blocks: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ..., case: _Optional[bytes] = ..., blocks: _Optional[str] = ...) -> None: ...

class MsgFreezeIssuerResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgLiftIssuerFreeze(_message.Message):
    __slots__ = ("envelope", "issuer")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ...) -> None: ...

class MsgLiftIssuerFreezeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSetSchemas(_message.Message):
    __slots__ = ("envelope", "issuer", "schemas")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    SCHEMAS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    schemas: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ..., schemas: _Optional[_Iterable[bytes]] = ...) -> None: ...

class MsgSetSchemasResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRemoveIssuer(_message.Message):
    __slots__ = ("envelope", "issuer", "slash_bps", "case")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    SLASH_BPS_FIELD_NUMBER: _ClassVar[int]
    CASE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    issuer: str
    slash_bps: int
    case: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., issuer: _Optional[str] = ..., slash_bps: _Optional[int] = ..., case: _Optional[bytes] = ...) -> None: ...

class MsgRemoveIssuerResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class IdentityParams(_message.Message):
    __slots__ = ("registration_fee_wei", "subject_bond_wei", "recovery_delay_blocks", "guardian_delay_blocks", "approval_blocks", "recovery_tries_max", "recovery_tries_blocks", "officer", "freeze_blocks_max", "freeze_gap_blocks", "extension_blocks_max", "issuer_bond_wei", "issuer_offer_blocks", "issuer_term_blocks", "issuer_unbonding_blocks", "credential_s_max", "credentials_max", "policy_fee_wei")
    REGISTRATION_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_DELAY_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    GUARDIAN_DELAY_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    APPROVAL_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_TRIES_MAX_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_TRIES_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    OFFICER_FIELD_NUMBER: _ClassVar[int]
    FREEZE_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    FREEZE_GAP_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    EXTENSION_BLOCKS_MAX_FIELD_NUMBER: _ClassVar[int]
    ISSUER_BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    ISSUER_OFFER_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    ISSUER_TERM_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    ISSUER_UNBONDING_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    CREDENTIAL_S_MAX_FIELD_NUMBER: _ClassVar[int]
    CREDENTIALS_MAX_FIELD_NUMBER: _ClassVar[int]
    POLICY_FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    registration_fee_wei: str
    subject_bond_wei: str
    recovery_delay_blocks: str
    guardian_delay_blocks: str
    approval_blocks: str
    recovery_tries_max: str
    recovery_tries_blocks: str
    officer: str
    freeze_blocks_max: str
    freeze_gap_blocks: str
    extension_blocks_max: str
    issuer_bond_wei: str
    issuer_offer_blocks: str
    issuer_term_blocks: str
    issuer_unbonding_blocks: str
    credential_s_max: int
    credentials_max: str
    policy_fee_wei: str
    def __init__(self, registration_fee_wei: _Optional[str] = ..., subject_bond_wei: _Optional[str] = ..., recovery_delay_blocks: _Optional[str] = ..., guardian_delay_blocks: _Optional[str] = ..., approval_blocks: _Optional[str] = ..., recovery_tries_max: _Optional[str] = ..., recovery_tries_blocks: _Optional[str] = ..., officer: _Optional[str] = ..., freeze_blocks_max: _Optional[str] = ..., freeze_gap_blocks: _Optional[str] = ..., extension_blocks_max: _Optional[str] = ..., issuer_bond_wei: _Optional[str] = ..., issuer_offer_blocks: _Optional[str] = ..., issuer_term_blocks: _Optional[str] = ..., issuer_unbonding_blocks: _Optional[str] = ..., credential_s_max: _Optional[int] = ..., credentials_max: _Optional[str] = ..., policy_fee_wei: _Optional[str] = ...) -> None: ...

class Freeze(_message.Message):
    __slots__ = ("case", "until")
    CASE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    case: bytes
    until: int
    def __init__(self, case: _Optional[bytes] = ..., until: _Optional[int] = ...) -> None: ...

class Recovery(_message.Message):
    __slots__ = ("key", "ends_at", "round", "tries", "tries_since")
    KEY_FIELD_NUMBER: _ClassVar[int]
    ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    TRIES_FIELD_NUMBER: _ClassVar[int]
    TRIES_SINCE_FIELD_NUMBER: _ClassVar[int]
    key: str
    ends_at: int
    round: str
    tries: str
    tries_since: int
    def __init__(self, key: _Optional[str] = ..., ends_at: _Optional[int] = ..., round: _Optional[str] = ..., tries: _Optional[str] = ..., tries_since: _Optional[int] = ...) -> None: ...

class Guardians(_message.Message):
    __slots__ = ("threshold", "members")
    THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    threshold: str
    members: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, threshold: _Optional[str] = ..., members: _Optional[_Iterable[str]] = ...) -> None: ...

class PendingGuardians(_message.Message):
    __slots__ = ("effective_at", "guardians")
    EFFECTIVE_AT_FIELD_NUMBER: _ClassVar[int]
    GUARDIANS_FIELD_NUMBER: _ClassVar[int]
    effective_at: int
    guardians: Guardians
    def __init__(self, effective_at: _Optional[int] = ..., guardians: _Optional[_Union[Guardians, _Mapping]] = ...) -> None: ...

class SubjectInfo(_message.Message):
    __slots__ = ("number", "did", "state", "controller", "accounts", "bond_wei", "registered_at", "freeze", "recovery", "guardians", "pending_guardians")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    DID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CONTROLLER_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    REGISTERED_AT_FIELD_NUMBER: _ClassVar[int]
    FREEZE_FIELD_NUMBER: _ClassVar[int]
    RECOVERY_FIELD_NUMBER: _ClassVar[int]
    GUARDIANS_FIELD_NUMBER: _ClassVar[int]
    PENDING_GUARDIANS_FIELD_NUMBER: _ClassVar[int]
    number: str
    did: str
    state: SubjectState
    controller: str
    accounts: _containers.RepeatedScalarFieldContainer[str]
    bond_wei: str
    registered_at: int
    freeze: Freeze
    recovery: Recovery
    guardians: Guardians
    pending_guardians: PendingGuardians
    def __init__(self, number: _Optional[str] = ..., did: _Optional[str] = ..., state: _Optional[_Union[SubjectState, str]] = ..., controller: _Optional[str] = ..., accounts: _Optional[_Iterable[str]] = ..., bond_wei: _Optional[str] = ..., registered_at: _Optional[int] = ..., freeze: _Optional[_Union[Freeze, _Mapping]] = ..., recovery: _Optional[_Union[Recovery, _Mapping]] = ..., guardians: _Optional[_Union[Guardians, _Mapping]] = ..., pending_guardians: _Optional[_Union[PendingGuardians, _Mapping]] = ...) -> None: ...

class Claim(_message.Message):
    __slots__ = ("subject", "schema", "commitment", "jurisdiction", "valid_from_s", "expiry_s", "version")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    JURISDICTION_FIELD_NUMBER: _ClassVar[int]
    VALID_FROM_S_FIELD_NUMBER: _ClassVar[int]
    EXPIRY_S_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    subject: str
    schema: bytes
    commitment: bytes
    jurisdiction: str
    valid_from_s: int
    expiry_s: int
    version: str
    def __init__(self, subject: _Optional[str] = ..., schema: _Optional[bytes] = ..., commitment: _Optional[bytes] = ..., jurisdiction: _Optional[str] = ..., valid_from_s: _Optional[int] = ..., expiry_s: _Optional[int] = ..., version: _Optional[str] = ...) -> None: ...

class SignedClaim(_message.Message):
    __slots__ = ("claim", "nonce", "deadline_s")
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_S_FIELD_NUMBER: _ClassVar[int]
    claim: Claim
    nonce: str
    deadline_s: int
    def __init__(self, claim: _Optional[_Union[Claim, _Mapping]] = ..., nonce: _Optional[str] = ..., deadline_s: _Optional[int] = ...) -> None: ...

class Policy(_message.Message):
    __slots__ = ("owner", "version", "changed_at")
    OWNER_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CHANGED_AT_FIELD_NUMBER: _ClassVar[int]
    owner: str
    version: str
    changed_at: int
    def __init__(self, owner: _Optional[str] = ..., version: _Optional[str] = ..., changed_at: _Optional[int] = ...) -> None: ...

class PolicyTerms(_message.Message):
    __slots__ = ("all_of", "any_of", "allowed", "denied", "tier_min", "rate_limit", "rate_blocks", "barred_list")
    ALL_OF_FIELD_NUMBER: _ClassVar[int]
    ANY_OF_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_FIELD_NUMBER: _ClassVar[int]
    DENIED_FIELD_NUMBER: _ClassVar[int]
    TIER_MIN_FIELD_NUMBER: _ClassVar[int]
    RATE_LIMIT_FIELD_NUMBER: _ClassVar[int]
    RATE_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    BARRED_LIST_FIELD_NUMBER: _ClassVar[int]
    all_of: _containers.RepeatedScalarFieldContainer[bytes]
    any_of: _containers.RepeatedScalarFieldContainer[bytes]
    allowed: _containers.RepeatedScalarFieldContainer[str]
    denied: _containers.RepeatedScalarFieldContainer[str]
    tier_min: str
    rate_limit: str
    rate_blocks: str
    barred_list: str
    def __init__(self, all_of: _Optional[_Iterable[bytes]] = ..., any_of: _Optional[_Iterable[bytes]] = ..., allowed: _Optional[_Iterable[str]] = ..., denied: _Optional[_Iterable[str]] = ..., tier_min: _Optional[str] = ..., rate_limit: _Optional[str] = ..., rate_blocks: _Optional[str] = ..., barred_list: _Optional[str] = ...) -> None: ...

class PolicyInfo(_message.Message):
    __slots__ = ("number", "policy", "terms")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    number: str
    policy: Policy
    terms: PolicyTerms
    def __init__(self, number: _Optional[str] = ..., policy: _Optional[_Union[Policy, _Mapping]] = ..., terms: _Optional[_Union[PolicyTerms, _Mapping]] = ...) -> None: ...

class Answer(_message.Message):
    __slots__ = ("is_admitted", "subject", "version", "reasons", "names")
    IS_ADMITTED_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    is_admitted: bool
    subject: str
    version: str
    reasons: str
    names: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, is_admitted: _Optional[bool] = ..., subject: _Optional[str] = ..., version: _Optional[str] = ..., reasons: _Optional[str] = ..., names: _Optional[_Iterable[str]] = ...) -> None: ...

class Credential(_message.Message):
    __slots__ = ("state", "issuer", "issued_at", "claim")
    STATE_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    ISSUED_AT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    state: CredentialState
    issuer: str
    issued_at: int
    claim: Claim
    def __init__(self, state: _Optional[_Union[CredentialState, str]] = ..., issuer: _Optional[str] = ..., issued_at: _Optional[int] = ..., claim: _Optional[_Union[Claim, _Mapping]] = ...) -> None: ...

class CredentialInfo(_message.Message):
    __slots__ = ("number", "chain_id", "credential", "is_good")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    IS_GOOD_FIELD_NUMBER: _ClassVar[int]
    number: str
    chain_id: str
    credential: Credential
    is_good: bool
    def __init__(self, number: _Optional[str] = ..., chain_id: _Optional[str] = ..., credential: _Optional[_Union[Credential, _Mapping]] = ..., is_good: _Optional[bool] = ...) -> None: ...

class Approval(_message.Message):
    __slots__ = ("key", "round", "given_at")
    KEY_FIELD_NUMBER: _ClassVar[int]
    ROUND_FIELD_NUMBER: _ClassVar[int]
    GIVEN_AT_FIELD_NUMBER: _ClassVar[int]
    key: str
    round: str
    given_at: int
    def __init__(self, key: _Optional[str] = ..., round: _Optional[str] = ..., given_at: _Optional[int] = ...) -> None: ...

class DisclosureScope(_message.Message):
    __slots__ = ("module", "first_index", "last_index", "schema")
    MODULE_FIELD_NUMBER: _ClassVar[int]
    FIRST_INDEX_FIELD_NUMBER: _ClassVar[int]
    LAST_INDEX_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    module: str
    first_index: str
    last_index: str
    schema: bytes
    def __init__(self, module: _Optional[str] = ..., first_index: _Optional[str] = ..., last_index: _Optional[str] = ..., schema: _Optional[bytes] = ...) -> None: ...

class Grant(_message.Message):
    __slots__ = ("state", "subject", "auditor", "scope", "expiry_s")
    STATE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    AUDITOR_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    EXPIRY_S_FIELD_NUMBER: _ClassVar[int]
    state: GrantState
    subject: str
    auditor: str
    scope: DisclosureScope
    expiry_s: int
    def __init__(self, state: _Optional[_Union[GrantState, str]] = ..., subject: _Optional[str] = ..., auditor: _Optional[str] = ..., scope: _Optional[_Union[DisclosureScope, _Mapping]] = ..., expiry_s: _Optional[int] = ...) -> None: ...

class Access(_message.Message):
    __slots__ = ("grant", "auditor", "payload", "height")
    GRANT_FIELD_NUMBER: _ClassVar[int]
    AUDITOR_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    grant: str
    auditor: str
    payload: bytes
    height: int
    def __init__(self, grant: _Optional[str] = ..., auditor: _Optional[str] = ..., payload: _Optional[bytes] = ..., height: _Optional[int] = ...) -> None: ...

class AuditEpoch(_message.Message):
    __slots__ = ("root", "head", "first_index", "entries")
    ROOT_FIELD_NUMBER: _ClassVar[int]
    HEAD_FIELD_NUMBER: _ClassVar[int]
    FIRST_INDEX_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    root: bytes
    head: bytes
    first_index: str
    entries: str
    def __init__(self, root: _Optional[bytes] = ..., head: _Optional[bytes] = ..., first_index: _Optional[str] = ..., entries: _Optional[str] = ...) -> None: ...

class AuditEntry(_message.Message):
    __slots__ = ("previous", "index", "height", "sender", "method", "data_hash")
    PREVIOUS_FIELD_NUMBER: _ClassVar[int]
    INDEX_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    SENDER_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    DATA_HASH_FIELD_NUMBER: _ClassVar[int]
    previous: bytes
    index: str
    height: int
    sender: str
    method: str
    data_hash: bytes
    def __init__(self, previous: _Optional[bytes] = ..., index: _Optional[str] = ..., height: _Optional[int] = ..., sender: _Optional[str] = ..., method: _Optional[str] = ..., data_hash: _Optional[bytes] = ...) -> None: ...

class Attribute(_message.Message):
    __slots__ = ("version", "commitment")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    version: str
    commitment: bytes
    def __init__(self, version: _Optional[str] = ..., commitment: _Optional[bytes] = ...) -> None: ...

class Issuer(_message.Message):
    __slots__ = ("state", "key", "bond_wei", "term_ends_at", "freeze")
    STATE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    TERM_ENDS_AT_FIELD_NUMBER: _ClassVar[int]
    FREEZE_FIELD_NUMBER: _ClassVar[int]
    state: IssuerState
    key: str
    bond_wei: str
    term_ends_at: int
    freeze: Freeze
    def __init__(self, state: _Optional[_Union[IssuerState, str]] = ..., key: _Optional[str] = ..., bond_wei: _Optional[str] = ..., term_ends_at: _Optional[int] = ..., freeze: _Optional[_Union[Freeze, _Mapping]] = ...) -> None: ...

class IssuerInfo(_message.Message):
    __slots__ = ("number", "issuer", "uri", "schemas")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    URI_FIELD_NUMBER: _ClassVar[int]
    SCHEMAS_FIELD_NUMBER: _ClassVar[int]
    number: str
    issuer: Issuer
    uri: str
    schemas: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, number: _Optional[str] = ..., issuer: _Optional[_Union[Issuer, _Mapping]] = ..., uri: _Optional[str] = ..., schemas: _Optional[_Iterable[bytes]] = ...) -> None: ...

class Permission(_message.Message):
    __slots__ = ("nonce", "deadline_s", "signature")
    NONCE_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_S_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    nonce: str
    deadline_s: int
    signature: bytes
    def __init__(self, nonce: _Optional[str] = ..., deadline_s: _Optional[int] = ..., signature: _Optional[bytes] = ...) -> None: ...
