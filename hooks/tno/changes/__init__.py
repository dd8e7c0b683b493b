"""What a change of the content changes for citizens: records before and after, told in plain Finnish.

`told` and this file need nothing that is installed: the workflow that holds the token uses them alone.
"""
