// Read before the SQLite driver's own sources, see mend-driver.mjs. Since 24.19 Node's ObjectWrap takes back a hook in
// its destructor, which aborts the process when an object is collected while no environment is entered. The driver
// needs no such hooks: it has one of its own.
#pragma once
#include <node.h>
namespace node {
template <typename... Given>
inline void LeaveCleanupHook(Given...) {}
}  // namespace node
#define AddEnvironmentCleanupHook LeaveCleanupHook
#define RemoveEnvironmentCleanupHook LeaveCleanupHook
#include <node_object_wrap.h>
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
