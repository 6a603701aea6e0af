from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CoinNameRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class CoinNameResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class SymbolRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class SymbolResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DecimalsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class DecimalsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class TotalSupplyRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class TotalSupplyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class BalanceOfRequest(_message.Message):
    __slots__ = ("at_height", "account")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    account: str
    def __init__(self, at_height: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class BalanceOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class AllowanceRequest(_message.Message):
    __slots__ = ("at_height", "owner", "spender")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    SPENDER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    owner: str
    spender: str
    def __init__(self, at_height: _Optional[int] = ..., owner: _Optional[str] = ..., spender: _Optional[str] = ...) -> None: ...

class AllowanceResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class NoncesRequest(_message.Message):
    __slots__ = ("at_height", "owner")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    owner: str
    def __init__(self, at_height: _Optional[int] = ..., owner: _Optional[str] = ...) -> None: ...

class NoncesResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class DomainSeparatorRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class DomainSeparatorResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bytes
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bytes] = ...) -> None: ...

class VersionRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class VersionResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class SigningDomainRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class SigningDomainResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Eip712Domain
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Eip712Domain, _Mapping]] = ...) -> None: ...

class AuthorizationStateRequest(_message.Message):
    __slots__ = ("at_height", "authorizer", "nonce")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    AUTHORIZER_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    authorizer: str
    nonce: bytes
    def __init__(self, at_height: _Optional[int] = ..., authorizer: _Optional[str] = ..., nonce: _Optional[bytes] = ...) -> None: ...

class AuthorizationStateResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class Eip712Domain(_message.Message):
    __slots__ = ("fields", "name", "version", "chain_id", "verifying_contract", "salt", "extensions")
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    VERIFYING_CONTRACT_FIELD_NUMBER: _ClassVar[int]
    SALT_FIELD_NUMBER: _ClassVar[int]
    EXTENSIONS_FIELD_NUMBER: _ClassVar[int]
    fields: bytes
    name: str
    version: str
    chain_id: str
    verifying_contract: str
    salt: bytes
    extensions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, fields: _Optional[bytes] = ..., name: _Optional[str] = ..., version: _Optional[str] = ..., chain_id: _Optional[str] = ..., verifying_contract: _Optional[str] = ..., salt: _Optional[bytes] = ..., extensions: _Optional[_Iterable[str]] = ...) -> None: ...
