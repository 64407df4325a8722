-- Works with the language server as a user at the keyboard would, in a headless Neovim 0.7 or newer whose
-- configuration is from docs/other-editors.md. Prints `pass NAME` or `fail NAME: why` for each thing it does.
local patience = 30000
local files = { referring = vim.env.RUNBOOK_REFERRING, definition = vim.env.RUNBOOK_DEFINITION, broken = vim.env.RUNBOOK_BROKEN, hinted = vim.env.RUNBOOK_HINTED }

local function say(line)
  io.stdout:write('\n' .. line .. '\n')
end

local function scenario(name, run)
  local ok, problem = pcall(run)
  say(ok and ('pass ' .. name) or ('fail ' .. name .. ': ' .. tostring(problem):gsub('\n', ' ')))
end

local function await(what, condition)
  if not vim.wait(patience, condition, 50) then
    error('no ' .. what .. '; messages: ' .. vim.api.nvim_exec('messages', true))
  end
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function attached()
  local client = clients()[1]
  return client ~= nil and client.initialized == true and vim.lsp.buf_is_attached(0, client.id)
end

local function open(file)
  vim.cmd('edit ' .. file)
  await('server for ' .. file, attached)
end

-- the answer of the one server to a request about the current buffer
local function ask(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, patience)
  assert(answers ~= nil, problem)
  local _, answer = next(answers)
  assert(answer and not answer.error, answer and vim.inspect(answer.error) or 'no answer')
  return answer.result
end

local function hints()
  local last = vim.api.nvim_buf_line_count(0)
  return ask('textDocument/inlayHint', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } },
  })
end

local function switched_off()
  scenario('settings', function()
    open(files.hinted)
    assert(#hints() == 0, 'inlay hints are still there')
  end)
end

local function everything()
  scenario('start', function()
    open(files.broken)
    assert(clients()[1].name == 'runbook')
  end)
  scenario('findings', function()
    await('two findings dangling-id', function()
      local found = vim.tbl_filter(function(finding)
        return finding.code == 'dangling-id'
      end, vim.diagnostic.get(0))
      return #found == 2
    end)
  end)
  scenario('inlay hints', function()
    open(files.hinted)
    assert(#hints() > 0, 'there are none')
  end)
  scenario('jump', function()
    open(files.referring)
    vim.fn.search('RUN-003')
    vim.lsp.buf.definition()
    await('jump', function()
      return vim.api.nvim_get_current_line():find('## RUN-003', 1, true) ~= nil
    end)
    assert(vim.api.nvim_buf_get_name(0):find(files.definition, 1, true))
  end)
  scenario('completion', function()
    open(files.broken)
    vim.fn.search('Linked IDs: RUN-')
    vim.api.nvim_set_current_line('Linked IDs: RUN-')
    local params = vim.lsp.util.make_position_params(0, 'utf-16')
    params.position.character = #vim.api.nvim_get_current_line()
    local answer = ask('textDocument/completion', params)
    local labels = vim.tbl_map(function(item)
      return item.label
    end, answer.items or answer)
    assert(vim.tbl_contains(labels, 'RUN-003'), 'RUN-003 is not among ' .. table.concat(labels, ', '))
  end)
  scenario('code lens', function()
    open(files.definition)
    local lenses = vim.tbl_filter(function(lens)
      return lens.command.command == 'runbook.showReferences'
    end, ask('textDocument/codeLens', { textDocument = vim.lsp.util.make_text_document_params() }))
    assert(#lenses > 0, 'no lens with references')
    vim.lsp.commands['runbook.showReferences'](lenses[1].command)
    assert(#vim.fn.getqflist() > 0, 'the quickfix list is empty')
    vim.cmd('cclose')
  end)
  scenario('rename', function()
    open(files.referring)
    vim.fn.search('RUN-003')
    vim.lsp.buf.rename('RUN-033')
    await('new name here', function()
      return vim.api.nvim_get_current_line():find('RUN-033', 1, true) ~= nil
    end)
    local definition = vim.fn.bufnr(files.definition)
    local text = table.concat(vim.api.nvim_buf_get_lines(definition, 0, -1, false), '\n')
    assert(text:find('## RUN-033: Order', 1, true), 'the definition keeps its name')
  end)
end

if vim.env.RUNBOOK_SETTINGS == 'off' then
  switched_off()
else
  everything()
end
vim.cmd('qa!')
