// Chunks of the app, each loaded when it is first needed. `wasm` is what the app's own module exports.
const chunkFiles = CHUNK_FILES;
const chunkAnswers = new Map();
const CHUNK_PATIENCE = 30000;

async function chunkAnswer(file) {
    // boot.js has asked for some of them already, and in a page without a host it has them.
    const ahead = globalThis.appChunks && globalThis.appChunks.get(file);
    if (ahead instanceof Promise) {
        globalThis.appChunks.delete(file);
        return ahead;
    }
    return fetch(new URL(ahead || file, import.meta.url));
}

async function loadChunk(file) {
    let timer;
    const patience = new Promise((_, giveUp) => {
        timer = setTimeout(() => giveUp(new Error("30 秒没有取到")), CHUNK_PATIENCE);
    });
    try {
        const answer = await Promise.race([chunkAnswer(file), patience]);
        const imports = { __wasm_split: wasm };
        if (answer instanceof WebAssembly.Module) return await WebAssembly.instantiate(answer, imports);
        if (!answer.ok) throw new Error(String(answer.status));
        // With another type, and in browsers that cannot do it on the way, it is compiled all the same, only later.
        if (answer.headers.get("Content-Type") === "application/wasm" && WebAssembly.instantiateStreaming) {
            return await Promise.race([WebAssembly.instantiateStreaming(answer, imports), patience]);
        }
        return await WebAssembly.instantiate(await Promise.race([answer.arrayBuffer(), patience]), imports);
    } catch (error) {
        throw new Error(`${file}：${error.message || error}`);
    } finally {
        clearTimeout(timer);
    }
}

function chunkLoader(chunk) {
    return (callback, data) => {
        const files = chunkFiles[chunk].map((file) => {
            if (!chunkAnswers.has(file)) {
                const answer = loadChunk(file);
                chunkAnswers.set(file, answer);
                // What has failed may be had at the next try.
                answer.catch(() => chunkAnswers.delete(file));
            }
            return chunkAnswers.get(file);
        });
        Promise.all(files).then(() => true, (error) => {
            globalThis.appChunkFailure = error.message;
            return false;
        }).then((isHere) => {
            // Nobody, when the app was stopped meanwhile.
            const waiting = wasm.__indirect_function_table.get(callback);
            if (waiting) waiting(data, isHere);
        });
    };
}

const chunkLoaders = CHUNK_LOADERS;

// For boot.js, once the app has died. Whatever the browser still calls of it (events, timers, tasks) goes through the table
// of functions, and ends there.
globalThis.stopApp = () => {
    const table = wasm && wasm.__indirect_function_table;
    for (let place = 0; table && place < table.length; place++) table.set(place, null);
};
