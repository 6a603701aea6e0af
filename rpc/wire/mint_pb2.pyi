from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class SupplyRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class SupplyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class GenesisSupplyRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class GenesisSupplyResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class MintedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class MintedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class BurnedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class BurnedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...
