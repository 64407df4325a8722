/**
 * Entry of the command-line tool: all that has to happen before its code is compiled. The rest is a file of its own, since
 * Node remembers the compiled code of those files only that are loaded later.
 */
import './remember-code';
import './compile-later';
import './started';
