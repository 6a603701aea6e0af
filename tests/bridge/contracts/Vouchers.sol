// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IVoucher, IVoucherMaker} from "../../../bridge/gateway/IVoucher.sol";
import {PlainToken} from "./Tokens.sol";

/// @notice The least that is a voucher.
contract PlainVoucher is PlainToken, IVoucher {
    address public immutable bridge;

    error NotBridge();

    constructor(address bridge_) {
        bridge = bridge_;
    }

    function mint(address to, uint256 amount) public override(PlainToken, IVoucher) {
        if (msg.sender != bridge) revert NotBridge();
        super.mint(to, amount);
    }

    function burn(address from, uint256 amount) external {
        if (msg.sender != bridge) revert NotBridge();
        balanceOf[from] -= amount;
        totalSupply -= amount;
    }
}

/// @notice Deploys the least vouchers.
contract PlainMaker is IVoucherMaker {
    function make(
        uint64 route,
        address token,
        string calldata,
        string calldata,
        uint8
    ) external returns (address) {
        bytes32 salt = keccak256(abi.encode(msg.sender, route, token));
        return address(new PlainVoucher{salt: salt}(msg.sender));
    }
}
