{{/*
A service's pod. Takes a dict: root, name, values, port, database (whether it uses PostgreSQL),
properties, and lists of what it has beside the others: ports, env, volumes, mounts; drainSeconds.
*/}}
{{- define "headroom.pod" -}}
metadata:
  labels:
    {{- include "headroom.labels" . | nindent 4 }}
  annotations:
    checksum/config: {{ include "headroom.properties" . | sha256sum }}
    {{- with .values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  automountServiceAccountToken: false
  # The variables Kubernetes makes of Services would be read as configuration: KAFKA_PORT is kafka.port.
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .values.terminationGracePeriodSeconds }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  topologySpreadConstraints:
    {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ $key }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "headroom.selectorLabels" $ | nindent 10 }}
      matchLabelKeys: [pod-template-hash]
    {{- end }}
  containers:
    - {{- include "headroom.container" . | nindent 6 }}
  volumes:
    - name: config
      configMap:
        name: {{ include "headroom.fullname" .root }}-{{ .name }}
    - name: tmp
      emptyDir:
        sizeLimit: 256Mi
    {{- range $name, $secret := .root.Values.kafka.secretFiles }}
    - name: kafka-{{ $name }}
      secret:
        secretName: {{ $secret }}
        defaultMode: 0440
    {{- end }}
    {{- with .volumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- range $field := list "nodeSelector" "tolerations" "affinity" }}
  {{- with get $.values $field }}
  {{ $field }}:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
{{- end }}
