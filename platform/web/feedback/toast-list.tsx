import { CloseOutlined } from '@ant-design/icons';
import { useSyncExternalStore } from 'react';
import { currentToasts, dismiss, subscribe } from './toasts.ts';
import './feedback.css';

/** Where the toasts appear. The region is always there, so that screen readers notice what comes into it. */
export function ToastList() {
  const toasts = useSyncExternalStore(subscribe, currentToasts);
  return (
    <div className="jw-toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={`jw-toast jw-toast-${toast.tone}`}>
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="jw-toast-action"
              onClick={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" className="jw-toast-close" aria-label="关闭提示" onClick={() => dismiss(toast.id)}>
            <CloseOutlined />
          </button>
        </div>
      ))}
    </div>
  );
}
