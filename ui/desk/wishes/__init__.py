"""What the patient asks for on this bill: units, rewards, coupons, a discount by hand, another payer or holder."""
