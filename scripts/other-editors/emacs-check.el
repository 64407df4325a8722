;;; Works with the language server as a user at the keyboard would, in Emacs --batch with a configuration from
;;; docs/other-editors.md. Prints "pass NAME" or "fail NAME: why" for each thing it does.  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'xref)

(defvar runbook-workspace (file-name-as-directory (getenv "RUNBOOK_WORKSPACE")))
(defvar runbook-lsp-mode (featurep 'lsp-mode))

(defmacro runbook-scenario (name &rest body)
  `(condition-case problem
       (progn ,@body (message "pass %s" ,name))
     (error (message "fail %s: %s" ,name (error-message-string problem)))))

(defun runbook-await (what condition)
  (let ((end (+ (float-time) 30)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "No %s" what))
      (accept-process-output nil 0.05))))

;; --batch has no command loop, which both clients wait for before they start
(defun runbook-open (file)
  (find-file (expand-file-name file runbook-workspace))
  (if runbook-lsp-mode
      (lsp)
    (run-hooks 'post-command-hook))
  (runbook-await (format "server for %s" file)
                 (lambda () (if runbook-lsp-mode
                                (and (bound-and-true-p lsp-mode) (lsp-workspaces)
                                     (eq 'initialized (lsp--workspace-status (car (lsp-workspaces)))))
                              (eglot-managed-p)))))

(defun runbook-ask (method)
  (if runbook-lsp-mode
      (lsp-request method (lsp--text-document-position-params))
    (jsonrpc-request (eglot-current-server) (intern (concat ":" method)) (eglot--TextDocumentPositionParams))))

(defun runbook-findings ()
  (if runbook-lsp-mode
      (mapcar (lambda (found) (format "%s" (lsp:diagnostic-code? found)))
              (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics)))
    (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))

(runbook-scenario "start" (runbook-open (getenv "RUNBOOK_BROKEN")))

(runbook-scenario "findings"
  (unless runbook-lsp-mode (flymake-start))
  (runbook-await "two findings dangling-id"
                 (lambda () (= 2 (cl-count-if (lambda (text) (string-match-p "dangling-id" text))
                                              (runbook-findings))))))

(runbook-scenario "completion"
  (goto-char (point-max))
  (search-backward "RUN-999")
  (forward-char 4)
  (delete-char 3)
  (pcase-let* ((`(,start ,end ,table . ,_) (run-hook-with-args-until-success 'completion-at-point-functions))
               (offered (all-completions "" table)))
    (ignore start end)
    (unless (cl-some (lambda (label) (string-match-p "RUN-003" label)) offered)
      (error "RUN-003 is not offered, but %S" offered))))

(runbook-scenario "jump"
  (runbook-open (getenv "RUNBOOK_REFERRING"))
  (goto-char (point-min))
  (search-forward "RUN-003")
  (backward-char 2)
  (xref-find-definitions (xref-backend-identifier-at-point (xref-find-backend)))
  (unless (string-prefix-p "## RUN-003" (buffer-substring (line-beginning-position) (line-end-position)))
    (error "In %s at %d" buffer-file-name (line-number-at-pos))))

(when runbook-lsp-mode
  (runbook-scenario "settings"
    (runbook-open (getenv "RUNBOOK_DEFINITION"))
    (unless (seq-empty-p (runbook-ask "textDocument/codeLens")) (error "Code lenses are still there"))))

(runbook-scenario "rename"
  (runbook-open (getenv "RUNBOOK_REFERRING"))
  (goto-char (point-min))
  (search-forward "RUN-003")
  (backward-char 2)
  (if runbook-lsp-mode
      (lsp-rename "RUN-033")
    (cl-letf (((symbol-function 'y-or-n-p) #'always)) (eglot-rename "RUN-033")))
  (goto-char (point-min))
  (search-forward "RUN-033")
  (with-current-buffer (find-file-noselect (expand-file-name (getenv "RUNBOOK_DEFINITION") runbook-workspace))
    (goto-char (point-min))
    (search-forward "## RUN-033: Order")))

;; exit hooks would ask whether to save
(set-process-query-on-exit-flag (car (process-list)) nil)
(kill-emacs)
