// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Voucher} from "./Voucher.sol";

/// @title Deploys vouchers on an EVM chain, each at an address that follows from what it stands for.
///
///     bridge, route, remote token --CREATE2--> a Voucher that belongs to the bridge
///
/// It keeps nothing and owns nothing: the caller is the bridge of what it makes, and is part of the
/// address, so nobody takes another's place.
contract VoucherMaker {
    /// @notice A voucher was deployed.
    event VoucherMade(address indexed bridge, uint64 indexed route, address indexed token, address voucher);

    /// @notice Deploy the voucher of the calling bridge for a token behind a route; once.
    function make(
        uint64 route,
        address token,
        string calldata name,
        string calldata symbol,
        uint8 decimals
    ) external returns (address) {
        Voucher made = new Voucher{salt: saltOf(msg.sender, route, token)}();
        made.initializeFor(msg.sender, name, symbol, decimals);
        emit VoucherMade(msg.sender, route, token, address(made));
        return address(made);
    }

    /// @notice Where the voucher of a bridge for a token behind a route is, or will be.
    function addressOf(address bridge, uint64 route, address token) external view returns (address) {
        bytes32 code = keccak256(type(Voucher).creationCode);
        bytes32 salt = saltOf(bridge, route, token);
        return address(uint160(uint256(keccak256(abi.encodePacked(hex"ff", address(this), salt, code)))));
    }

    /// @notice CREATE2's salt for a voucher.
    function saltOf(address bridge, uint64 route, address token) public pure returns (bytes32) {
        return keccak256(abi.encode(bridge, route, token));
    }
}
