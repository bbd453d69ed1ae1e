{{/* A service's Deployment, configuration, disruption budget and HTTP Service. */}}
{{- define "headroom.service" -}}
{{ include "headroom.configMap" . }}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "headroom.metadata" . | nindent 2 }}
spec:
  replicas: {{ default 1 .values.replicas }}
  strategy:
    {{- toYaml .strategy | nindent 4 }}
  selector:
    matchLabels:
      {{- include "headroom.selectorLabels" . | nindent 6 }}
  template:
    {{- include "headroom.pod" . | nindent 4 }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "headroom.metadata" . | nindent 2 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "headroom.selectorLabels" . | nindent 6 }}
---
apiVersion: v1
kind: Service
metadata:
  {{- include "headroom.metadata" . | nindent 2 }}
spec:
  type: ClusterIP
  selector:
    {{- include "headroom.selectorLabels" . | nindent 4 }}
  ports:
    - name: http
      port: {{ .port }}
      targetPort: http
      protocol: TCP
{{- end }}

{{/* One at a time, and a new one is there before an old one goes. */}}
{{- define "headroom.rolling" -}}
type: RollingUpdate
rollingUpdate:
  maxSurge: 1
  maxUnavailable: 0
{{- end }}
