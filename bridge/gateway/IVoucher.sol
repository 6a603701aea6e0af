// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title What a gateway asks of a voucher: an ERC-20 that it alone makes and burns.
interface IVoucher {
    /// @notice Give new vouchers to an account.
    function mint(address to, uint256 amount) external;

    /// @notice Take an account's vouchers out of the world.
    function burn(address from, uint256 amount) external;
}

/// @title Who deploys vouchers, each at an address that follows from what it stands for.
interface IVoucherMaker {
    /// @notice Deploy the voucher of the calling bridge for a token behind a route.
    function make(
        uint64 route,
        address token,
        string calldata name,
        string calldata symbol,
        uint8 decimals
    ) external returns (address voucher);
}

/// @title Who is called by a message that has crossed the bridge.
interface IBridgeReceiver {
    /// @notice Called after the amount has been credited, with exactly the gas the sender paid for.
    /// @return This function's selector; anything else undoes the credit.
    function onBridgeTransfer(
        uint256 sourceChainId,
        uint64 route,
        address sender,
        address token,
        uint256 amount,
        bytes calldata data
    ) external returns (bytes4);
}
