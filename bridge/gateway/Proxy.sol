// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What the code behind a proxy says of its storage.
interface IVersioned {
    /// @notice The version that the code asks for.
    function VERSION() external view returns (uint64);

    /// @notice The version that the storage has.
    function version() external view returns (uint64);
}

/// @title An address that keeps its storage while its code changes, in public and with a delay.
///
///     proposeUpgrade(code, hash of its initialiser) --delay--> upgrade(code, initialiser)
///
/// @notice ERC-1967. An upgrade after which code and storage are not of one version is undone.
contract Proxy {
    event Upgraded(address indexed implementation);
    event AdminChanged(address previousAdmin, address newAdmin);
    event UpgradeProposed(address indexed implementation, bytes32 dataHash, uint256 atS);
    event UpgradeCancelled();

    /// @notice The caller is not the admin.
    error NotAdmin(address caller);
    /// @notice An address without code, or a delay out of its limits.
    error UpgradeInvalid();
    /// @notice This upgrade has not been proposed, or not long enough ago.
    error UpgradeNotDue(uint256 atS);
    /// @notice The initialiser was left out, or was another version's.
    error VersionMismatch(uint64 code, uint64 storage_);

    /// Shortest delay, in seconds.
    uint256 public constant UPGRADE_DELAY_S_MIN = 2 days;
    uint256 public constant UPGRADE_DELAY_S_MAX = 60 days;

    // As ERC-1967 names them: keccak256("eip1967.proxy.implementation") - 1 and so on.
    bytes32 private constant IMPLEMENTATION = bytes32(uint256(keccak256("eip1967.proxy.implementation")) - 1);
    bytes32 private constant ADMIN = bytes32(uint256(keccak256("eip1967.proxy.admin")) - 1);
    bytes32 private constant PROPOSED = bytes32(uint256(keccak256("kumiai.bridge.proxy.proposed")) - 1);
    bytes32 private constant PROPOSED_AT = bytes32(uint256(keccak256("kumiai.bridge.proxy.proposed.at")) - 1);

    /// @notice Seconds between the proposal of an upgrade and the upgrade.
    uint256 public immutable upgradeDelayS;

    modifier onlyAdmin() {
        if (msg.sender != upgradeAdmin()) revert NotAdmin(msg.sender);
        _;
    }

    /// @param data Call that initialises the storage.
    constructor(address implementation, address admin, uint256 delayS, bytes memory data) {
        if (admin == address(0) || delayS < UPGRADE_DELAY_S_MIN || delayS > UPGRADE_DELAY_S_MAX) {
            revert UpgradeInvalid();
        }
        upgradeDelayS = delayS;
        _write(ADMIN, bytes32(uint256(uint160(admin))));
        emit AdminChanged(address(0), admin);
        _become(implementation, data);
    }

    /// @notice Who may upgrade.
    function upgradeAdmin() public view returns (address) {
        return address(uint160(uint256(_read(ADMIN))));
    }

    /// @notice The upgrade that stands in public, as a hash of code and initialiser, and its time.
    function proposedUpgrade() external view returns (bytes32 proposal, uint256 atS) {
        return (_read(PROPOSED), uint256(_read(PROPOSED_AT)));
    }

    /// @notice Hand the right to upgrade on.
    function changeUpgradeAdmin(address admin) external onlyAdmin {
        if (admin == address(0)) revert UpgradeInvalid();
        emit AdminChanged(msg.sender, admin);
        _write(ADMIN, bytes32(uint256(uint160(admin))));
    }

    /// @notice Show which code is to come, and the hash of the call that initialises it.
    function proposeUpgrade(address implementation, bytes32 dataHash) external onlyAdmin {
        if (implementation.code.length == 0) revert UpgradeInvalid();
        uint256 atS = block.timestamp + upgradeDelayS;
        _write(PROPOSED, _proposal(implementation, dataHash));
        _write(PROPOSED_AT, bytes32(atS));
        emit UpgradeProposed(implementation, dataHash, atS);
    }

    /// @notice Take the proposal back.
    function cancelUpgrade() external onlyAdmin {
        _clear();
        emit UpgradeCancelled();
    }

    /// @notice Change the code, as proposed and after the delay.
    function upgrade(address implementation, bytes calldata data) external onlyAdmin {
        uint256 atS = uint256(_read(PROPOSED_AT));
        bool isProposed = _read(PROPOSED) == _proposal(implementation, keccak256(data));
        if (!isProposed || atS == 0 || block.timestamp < atS) revert UpgradeNotDue(atS);
        _clear();
        _become(implementation, data);
    }

    receive() external payable {
        _forward();
    }

    fallback() external payable {
        _forward();
    }

    function _forward() private {
        address implementation = address(uint160(uint256(_read(IMPLEMENTATION))));
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), implementation, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch done
            case 0 {
                revert(0, returndatasize())
            }
            default {
                return(0, returndatasize())
            }
        }
    }

    function _become(address implementation, bytes memory data) private {
        if (implementation.code.length == 0) revert UpgradeInvalid();
        _write(IMPLEMENTATION, bytes32(uint256(uint160(implementation))));
        emit Upgraded(implementation);
        if (data.length != 0) _delegate(implementation, data);
        uint64 code = _number(implementation, IVersioned.VERSION.selector);
        uint64 stored = _number(implementation, IVersioned.version.selector);
        if (code == 0 || code != stored) revert VersionMismatch(code, stored);
    }

    function _number(address implementation, bytes4 selector) private returns (uint64) {
        bytes memory output = _delegate(implementation, abi.encodePacked(selector));
        return abi.decode(output, (uint64));
    }

    function _delegate(address implementation, bytes memory data) private returns (bytes memory output) {
        bool done;
        (done, output) = implementation.delegatecall(data);
        if (!done) {
            assembly {
                revert(add(output, 32), mload(output))
            }
        }
    }

    function _clear() private {
        _write(PROPOSED, 0);
        _write(PROPOSED_AT, 0);
    }

    function _proposal(address implementation, bytes32 dataHash) private view returns (bytes32) {
        return keccak256(abi.encode(implementation, implementation.codehash, dataHash));
    }

    function _read(bytes32 slot) private view returns (bytes32 value) {
        assembly {
            value := sload(slot)
        }
    }

    function _write(bytes32 slot, bytes32 value) private {
        assembly {
            sstore(slot, value)
        }
    }
}
