"""The steps by which files of older versions become files of this one."""
